"""Sentences written for the project that tell PLOVER's types apart, made from verb phrases and frames.

    python silver.py --count 4000 --seed 1 > silver.jsonl

A deed ("arrest {T}") keeps its type when told as done. Told as to come, refused, demanded, alleged or ended, it is another: what one
is willing to do for somebody is AGREE, what one means to do against somebody THREATEN, and so on. That is the codebook's own logic
(PLOVER Manual 0.7b1; Hu et al., ACL 2024, "tree query"), written down as frames; the wording is ours.
"""
import argparse
import json
import random

PHRASES = {
    'CONSULT': '''meet {T} | hold talks with {T} | visit {T} | host {T} for talks | receive {T} at the palace | telephone {T} | discuss the border with {T} | consult {T} about the crisis
        confer with {T} | negotiate with {T} | travel to {T} for a summit | brief {T} on the vote | attend a conference in {T} | mediate between the parties in {T} | speak by phone with {T}
        open a new round of negotiations with {T} | hold a video conference with {T} | arrive in {T} on an official visit | exchange views with {T} | sit down with {T} for the first time in a decade
        pay a visit to {T} | welcome {T} to the capital for talks | join {T} at a summit of regional leaders | chair a meeting with {T} | call {T} to discuss trade''',
    'SUPPORT': '''praise {T} | commend {T} for its efforts | endorse {T} | back {T}'s plan | welcome {T}'s decision | voice support for {T} | express solidarity with {T} | recognise {T}
        sign an agreement with {T} | sign a memorandum of understanding with {T} | ratify a treaty with {T} | establish diplomatic relations with {T} | restore ties with {T} | defend {T}'s policy
        congratulate {T} | hail {T}'s progress | stand by {T} | reaffirm its friendship with {T} | throw its weight behind {T} | conclude a free trade deal with {T} | applaud {T}'s reforms
        reopen an embassy in {T} | vote in favour of {T}'s resolution | thank {T} for its cooperation | send condolences to {T} | reach an accord with {T}''',
    'COOPERATE': '''share intelligence with {T} | hold joint military exercises with {T} | exchange evidence with {T} | extradite a suspect to {T} | launch a joint venture with {T} | begin joint patrols with {T}
        expand trade with {T} | exchange information with {T} | build a railway together with {T} | conduct joint naval drills with {T} | cooperate with {T} in the investigation | resume oil exports to {T}
        work with {T} on a vaccine | train together with {T} | patrol the strait with {T} | sign and carry out a prisoner transfer with {T} | pool its reserves with {T} | open its ports to ships of {T} | help {T} with the search for the crew
        buy gas from {T} | export wheat to {T} | supply {T} with electricity | swap technical data with {T} | link its power grid to {T} | run a joint command with {T} | invest in mines in {T} | sell aircraft to {T} | pass a list of suspects to {T} | allow {T} to use its airspace
        take part in war games with {T} | open a joint research centre with {T} | resume commercial flights with {T} | step up economic cooperation with {T} | hand over bank records to {T}''',
    'AID': '''give {T} two million dollars | provide humanitarian assistance to {T} | send food and medicine to {T} | donate vaccines to {T} | deliver tents to {T} | supply weapons to {T} | grant asylum to {T}
        deploy peacekeepers to {T} | train the soldiers of {T} | lend {T} ten billion euros | send doctors to {T} | ship arms to {T} | fund schools in {T} | offer refuge to {T} | evacuate the wounded from {T}
        extend a loan to {T} | airlift supplies to {T} | equip {T} with armoured vehicles | contribute troops to the mission in {T} | finance the reconstruction of {T} | distribute blankets to {T}
        allocate emergency funds to {T} | pay the debts of {T} | treat the injured of {T} | send rescue teams to {T} | disburse a loan to {T} | train police officers in {T} | rebuild homes in {T} | take in refugees from {T} | escort ships of {T}
        send troops to help {T} | send engineers to repair the dam in {T} | reschedule the debt of {T} | feed thousands of families in {T} | transfer military equipment to {T} | provide shelter to {T}''',
    'YIELD': '''release {T} | free {T} | withdraw its troops from {T} | lift sanctions on {T} | ease restrictions on {T} | lift the curfew in {T} | return stolen art to {T} | pardon {T} | grant amnesty to {T}
        apologise to {T} | surrender to {T} | hand over power to {T} | allow {T} to enter | reopen the border with {T} | repatriate {T} | accept the demands of {T} | exchange prisoners with {T} | drop the charges against {T}
        end the state of emergency in {T} | let {T} return home | pull out of {T} | unfreeze the assets of {T} | give inspectors access to {T} | declare a ceasefire in {T} | compensate {T} | grant citizenship to {T}
        acquit {T} | give back the land to {T} | relax travel rules for {T} | retreat from {T} | end its strike against {T} | lay down its arms before {T} | restore the rights of {T} | unblock the accounts of {T} | evacuate its outposts in {T} | disband its militia in {T} | open the crossing for {T} | hand back the bodies to {T} | resign after pressure from {T} | lift the siege of {T} | scale back its forces in {T} | reinstate {T}''',
    'ACCUSE': '''condemn {T} | criticise {T} | accuse {T} of fraud | blame {T} for the violence | denounce {T} | sue {T} | investigate {T} | charge {T} with corruption | file a complaint against {T} | indict {T}
        lodge a protest with {T} | open an inquiry into {T} | rebuke {T} | deplore {T}'s decision | find {T} guilty | take {T} to court | question {T} over the payments | launch a probe into {T} | hold {T} responsible for the deaths
        allege that {T} rigged the vote | slam {T} for the delay | summon {T}'s ambassador in protest | file a lawsuit against {T} | convict {T} of fraud | lash out at {T} | put {T} on trial | express outrage at {T}
        voice concern over abuses by {T} | say that {T} violated the treaty | decry {T}'s treatment of prisoners''',
    'REQUEST': '''demand that {T} release the hostages | call on {T} to stop the attacks | urge {T} to hold elections | order {T} to leave | ask {T} for more aid | insist that {T} withdraw its forces | press {T} to lift the ban
        appeal to {T} for help | request military assistance from {T} | demand an apology from {T} | tell {T} to end the blockade | demand the resignation of {T} | call for {T} to step down | require {T} to hand over the documents
        demand compensation from {T} | ask {T} to mediate | demand that {T} lower taxes | instruct {T} to return to talks | press {T} for reforms | say that {T} must let aid through''',
    'REJECT': '''reject {T}'s offer | refuse to meet {T} | turn down a request from {T} | veto {T}'s bill | rule out talks with {T} | decline to extradite a suspect to {T} | dismiss {T}'s proposal | refuse to release {T}
        defy {T}'s order | walk away from {T}'s plan | refuse to recognise {T} | oppose {T}'s membership | deny {T} a visa | block {T}'s resolution | rebuff {T} | vote against {T}'s budget | refuse to lift sanctions on {T}
        throw out {T}'s appeal | spurn {T}'s invitation | refuse to comply with {T}'s ruling | say no to {T} | refuse to end its strike despite pleas by {T} | ignore {T}'s ultimatum''',
    'THREATEN': '''threaten to attack {T} | warn {T} of military action | vow to punish {T} | give {T} an ultimatum | threaten {T} with sanctions | threaten to expel {T} | warn that it would shoot at {T} | threaten to cut off aid to {T}
        threaten to arrest {T} | set {T} a deadline to surrender | threaten to boycott {T} | threaten to strike against {T} | vow revenge on {T} | threaten to sue {T} | threaten to quit talks with {T} | warn {T} that it will retaliate
        threaten to impose tariffs on {T} | threaten to close the border with {T} | swear to destroy {T}''',
    'PROTEST': '''protest against {T} | rally against {T} | march on {T} | go on strike against {T} | stage a sit-in outside {T} | begin a hunger strike in protest at {T} | boycott {T} | block roads to protest against {T} | riot against {T}
        demonstrate in front of {T} | burn the flag of {T} | take to the streets against {T} | walk off the job at {T} | picket {T} | burn tyres and block the entrance of {T} | hold a vigil against {T} | shut their shops in protest at {T}
        chant slogans against {T} | stop work at {T} | stone the offices of {T} during a protest''',
    'MOBILIZE': '''deploy troops near {T} | put its forces on alert against {T} | mobilise the army against {T} | send warships toward {T} | move tanks to the border with {T} | mass soldiers along the frontier of {T} | place the police in {T} on alert
        call up reservists against {T} | test-fire a missile over {T} | fly bombers near {T} | hold a military exercise near {T} | build up its forces in {T} | send extra riot police to {T} | station missiles close to {T} | reinforce its units in {T}
        raise the state of alert in {T} | dispatch an aircraft carrier to {T}''',
    'SANCTION': '''suspend aid to {T} | expel diplomats from {T} | cut ties with {T} | recall its ambassador from {T} | halt arms sales to {T} | cancel a meeting with {T} | break off talks with {T} | ban imports from {T} | sever relations with {T}
        withdraw its observers from {T} | stop food deliveries to {T} | reduce military assistance to {T} | end mediation in {T} | freeze development funds for {T} | impose an embargo on {T} | declare {T} persona non grata | expel aid workers of {T}
        close its embassy in {T} | downgrade relations with {T} | suspend the membership of {T} | pull its staff out of {T} | call off a summit with {T} | expel {T}'s ambassador''',
    'COERCE': '''arrest {T} | detain {T} | jail {T} | ban {T} | seize the property of {T} | deport {T} | impose a curfew on {T} | declare a state of emergency in {T} | shut down {T} | sentence {T} to five years in prison | fine {T}
        censor {T} | close the offices of {T} | restrict the movement of {T} | raid the headquarters of {T} | demolish the home of {T} | take {T} into custody | freeze the assets of {T} | outlaw {T} | block access to {T} | impose sanctions on {T}
        place {T} under house arrest | disperse {T} | confiscate the passports of {T} | evict {T} | suspend {T} from office | imprison {T} | strip {T} of citizenship | impose martial law on {T} | cut off the internet in {T} | revoke the licence of {T}''',
    'ASSAULT': '''attack {T} | bomb {T} | kill {T} | shoot {T} | kidnap {T} | torture {T} | shell {T} | execute {T} | storm {T} | capture {T} | invade {T} | ambush {T} | assassinate {T} | fire rockets at {T} | destroy {T} | beat {T} | hold {T} hostage
        carry out air strikes on {T} | launch an offensive against {T} | set fire to {T} | raid {T} and kill five people | massacre {T} | fight {T} | open fire on {T} | seize {T} by force | take control of {T} after heavy fighting | rape {T} | abduct {T}
        blow up {T} | stab {T} | strike {T} with missiles | violate the ceasefire in {T} | occupy {T} | behead {T} | clash with {T}''',
    'AGREE': '''agree to meet {T} | promise to help {T} | pledge to work with {T} | offer to mediate in {T} | accept {T}'s invitation | agree with {T} on a timetable | offer {T} a loan | say it is ready to talk to {T} | commit to sending aid to {T}
        agree in principle to {T}'s plan | promise {T} more money | express willingness to cooperate with {T} | offer troops to {T} | agree to extend the truce with {T} | vow to support {T} | volunteer to host {T}''',
}

KIND = {'CONSULT': 'good', 'SUPPORT': 'good', 'COOPERATE': 'good', 'AID': 'good', 'YIELD': 'good', 'PROTEST': 'bad', 'MOBILIZE': 'bad', 'SANCTION': 'bad', 'COERCE': 'bad', 'ASSAULT': 'bad'}

# {S} acts, {V} is the phrase in the form named after the frame's bar; told as done, the type stays.
DONE = '''{S} {past}. | {S} has {done}. | {S} on Monday {past}. | {S} {past}, officials said. | According to state media, {S} {past}. | {S} {present}. | After weeks of tension, {S} {past}. | It emerged on Friday that {S} had {done}.
 | {S} is {gerund}. | {S}, which took office in May, {past}. | {S} {past}, a spokesman told reporters on Tuesday. | Last week {S} {past}, despite objections at home. | {S} has been {gerund} since January. | In June {S} {past}.'''
# A deed that was agreed before is done all the same; what is agreed is not yet done.
KEPT = '''As agreed in May, {S} {past}. | Under an agreement reached last month, {S} {past}. | {S} kept its promise and {past}. | {S} has begun to {base}. | {S} started to {base} on Tuesday. | {S} decided to {base} and did so on Friday.
 | After agreeing to a deal, {S} {past}. | {S} {past} as part of an accord signed in spring. | In line with its pledge, {S} has {done}. | {S} continued to {base}. | {S} has {done} for the first time in years. | For months {S} has been {gerund}.'''
FRAMES = {
    ('good', 'AGREE'): '''{S} will {base}. | {S} agreed to {base}. | {S} is ready to {base}. | {S} has promised to {base}. | {S} plans to {base} next week. | {S} offered to {base}. | {S} pledged to {base}. | {S} said it would {base}.
 | {S} has announced its intention to {base}. | {S} is willing to {base}, its spokesman said. | {S} will {base} in April, the ministry announced. | {S} intends to {base}. | {S} is expected to {base}. | {S} is considering {gerund}.''',
    ('good', 'REJECT'): '''{S} refused to {base}. | {S} will not {base}. | {S} has ruled out {gerund}. | {S} declined to {base}. | {S} said it would not {base}. | {S} is unwilling to {base}. | {S} voted not to {base}. | {S} has no intention of {gerund}.
 | {S} rejected calls to {base}. | {S} said it would never {base}. | {S} opposes any plan to {base}.''',
    ('bad', 'THREATEN'): '''{S} threatened to {base}. | {S} will {base} unless its demands are met. | {S} warned that it would {base}. | {S} vowed to {base}. | {S} said it would {base}. | {S} is preparing to {base}. | {S} has threatened to {base} within days.
 | {S} will {base}, the minister said. | {S} is ready to {base} if talks fail. | {S} plans to {base}. | {S} announced that it would {base}. | {S} said it might {base}.''',
    ('bad', 'REJECT'): '''{S} refused to stop {gerund}. | {S} will not stop {gerund}. | {S} rejected calls to stop {gerund}. | {S} said it would not end its campaign to {base}.''',
    ('bad', 'YIELD'): '''{S} stopped {gerund}. | {S} has ended its campaign to {base}. | {S} dropped its plan to {base}. | {S} has given up {gerund}.''',
    ('bad', 'AGREE'): '''{S} agreed to stop {gerund}. | {S} promised not to {base}. | {S} offered to stop {gerund}. | {S} pledged that it would not {base}. | {S} is ready to stop {gerund}.''',
}
# Here {T} is who is asked or blamed, and the deed is its own, done to a third party.
ADDRESSED = {
    ('good', 'REQUEST'): '''{S} demanded that {T} {base}. | {S} called on {T} to {base}. | {S} urged {T} to {base}. | {S} asked {T} to {base}. | {S} ordered {T} to {base}. | {S} said {T} must {base}. | {S} insisted that {T} {base}. | {S} pressed {T} to {base}.''',
    ('bad', 'REQUEST'): '''{S} demanded that {T} stop {gerund}. | {S} called on {T} not to {base}. | {S} said {T} must stop {gerund}. | {S} told {T} to stop {gerund}. | {S} ordered {T} to stop {gerund}.''',
    ('bad', 'ACCUSE'): '''{S} accused {T} of {gerund}. | {S} condemned {T} for {gerund}. | {S} blamed {T} for {gerund}. | {S} criticised {T} for {gerund}. | {S} alleged that {T} had {done}. | {S} opened an inquiry into claims that {T} had {done}. | {S} sued {T} for {gerund}.''',
    ('good', 'ACCUSE'): '''{S} criticised {T} for failing to {base}. | {S} accused {T} of refusing to {base}.''',
    ('good', 'SUPPORT'): '''{S} praised {T} for {gerund}. | {S} thanked {T} for {gerund}. | {S} welcomed the decision by {T} to {base}.''',
    ('bad', 'SUPPORT'): '''{S} defended {T}'s decision to {base}. | {S} backed {T}'s right to {base}.''',
    ('good', 'THREATEN'): '''{S} warned {T} of consequences should it refuse to {base}. | {S} gave {T} until Friday to {base}.''',
}
# Nouns and passives: type, sentence.
OTHER = {
    'CONSULT': '''Talks between {S} and {T} opened on Monday. | A meeting of {S} with {T} lasted three hours. | {T} was visited by {S} on Thursday. | {S} and {T} discussed the dispute over dinner.''',
    'SUPPORT': '''A pact between {S} and {T} was signed in Geneva. | {S} and {T} signed fifteen agreements on Friday. | {S}'s support for {T} was reaffirmed in a statement. | {T} won the backing of {S} on Tuesday.''',
    'COOPERATE': '''Joint drills of {S} and {T} began in the desert. | Trade between {S} and {T} doubled last year. | {S} and {T} have begun to share satellite data. | {S} and {T} launched a joint rescue operation.''',
    'AID': '''{T} received food aid from {S}. | Relief supplies from {S} arrived in {T} on Sunday. | {T} was given a grant by {S}. | The latest package of arms from {S} reached {T} last week. | Peacekeepers from {S} arrived in {T}.''',
    'YIELD': '''{T} was released by {S} on Sunday. | The withdrawal of {S} from {T} was completed on Friday. | Sanctions on {T} were lifted by {S}. | The release of {T} by {S} ended a long ordeal. | {S} and {T} observed a truce over the holiday. | {T} was pardoned by {S}.''',
    'ACCUSE': '''{T} was criticised by {S} for the delay. | {T} came under fire from {S} over the deal. | {S}'s lawsuit against {T} was filed in Hamburg. | {T} is under investigation by {S}. | {T} was charged by {S} with fraud. | The condemnation of {T} by {S} was swift.''',
    'REQUEST': '''{T} must leave at once, {S} said. | {T} was ordered by {S} to stop. | {T} faces demands by {S} to step down. | A demand by {S} that {T} pay damages was made public.''',
    'REJECT': '''{T}'s request was rejected by {S}. | The offer of {T} was turned down by {S}. | {S}'s refusal to meet {T} surprised observers. | {T}'s plea was dismissed by {S}.''',
    'THREATEN': '''{T} faces retaliation, {S} warned. | An ultimatum by {S} to {T} runs out tonight. | {T} was threatened by {S} with closure. | {S} will strike {T} hard, the general said.''',
    'PROTEST': '''A strike by {S} paralysed {T}. | {T} was besieged by protesters from {S}. | Demonstrations by {S} against {T} went into a third day. | {S} gathered outside {T} to demand justice.''',
    'MOBILIZE': '''Troops of {S} remained on alert in {T}. | Warships of {S} were seen off {T}. | {S}'s army was placed on high alert against {T}. | Units of {S} took up positions around {T}.''',
    'SANCTION': '''Aid to {T} was suspended by {S}. | Diplomats of {T} were expelled by {S}. | The suspension of aid by {S} hit {T} hard. | {S}'s boycott of goods from {T} began in May. | Talks of {S} with {T} collapsed.''',
    'COERCE': '''{T} was arrested by {S} at the airport. | The detention of {T} by {S} drew protests. | {T} was banned by {S} from leaving the country. | {T} was jailed for six years by {S}. | A curfew was imposed on {T} by {S}. | {T} was shut down by {S}.''',
    'ASSAULT': '''{T} was attacked by {S} at dawn. | An attack by {S} on {T} left nine dead. | The killing of {T} by {S} shocked the town. | {T} was bombed by {S}. | {T} died when {S} opened fire. | The shelling of {T} by {S} went on all night. | {T} has been held hostage by {S} since May.''',
    'AGREE': '''A promise by {S} to help {T} was welcomed. | {S} and {T} agreed to hold talks in June. | {S} and {T} have agreed to a truce. | {S} and {T} are to sign a treaty in spring. | {S} will host {T} next week.''',
}
THIRD = 'the refugees|the union|the northern province|the two journalists|its neighbour|the islanders|the rebels|the workers|the detained fishermen|Radio Vela|the mission'.split('|')

ACTORS = '''Norway|Kenya|Brazil|the government of Peru|South Korea|the European Commission|the African Union|Interior Minister Carla Venn|President Osman Kale|the Lake Alliance|rebels of the Dawn Brigade|police in Tarnby|the army
a court in Zagreb|the Supreme Court|the opposition Civic Bloc|the teachers' union|farmers in the north|the Red Crescent|NATO|the Ministry of Defence|Prime Minister Ana Sorel|thousands of students|a group of lawyers|the coast guard|prosecutors
the Korvat cartel|Mayor Eli Prado|the United States|China|Russian forces|Israeli troops|the Vatican|the World Bank|militants|the parliament|Turkey|India|residents of Port Lindo|the newspaper Daily Beacon|human rights groups|the Sena militia
Iran|Ukraine|Canada|the Philippines|Sudan|the Kurdish party|the bank Nordtek|the UN mission in Mali|Cuban authorities|the Thai navy|opposition leader Tamar Gel|the state broadcaster|the governor of Karvona|Myanmar's junta|truck drivers'''.replace('\n', '|').split('|')

IRREGULAR = {'meet': 'met met', 'hold': 'held held', 'speak': 'spoke spoken', 'sit': 'sat sat', 'pay': 'paid paid', 'stand': 'stood stood', 'throw': 'threw thrown', 'send': 'sent sent', 'give': 'gave given', 'lend': 'lent lent', 'let': 'let let', 'build': 'built built',
             'take': 'took taken', 'begin': 'began begun', 'find': 'found found', 'put': 'put put', 'say': 'said said', 'tell': 'told told', 'set': 'set set', 'swear': 'swore sworn', 'go': 'went gone', 'burn': 'burned burned', 'shut': 'shut shut', 'fly': 'flew flown',
             'cut': 'cut cut', 'break': 'broke broken', 'shoot': 'shot shot', 'beat': 'beat beaten', 'fight': 'fought fought', 'blow': 'blew blown', 'strike': 'struck struck', 'withdraw': 'withdrew withdrawn', 'lay': 'laid laid', 'forbid': 'forbade forbidden', 'sue': 'sued sued'}
DOUBLED = {'expel', 'ban', 'kidnap', 'stab', 'permit', 'commit', 'confer', 'rebut', 'stop', 'drop', 'slam', 'rebuf', 'grab', 'rob', 'transfer'}


def past(verb):
    if verb in IRREGULAR:
        return IRREGULAR[verb].split()
    if verb in DOUBLED:
        form = verb + verb[-1] + 'ed'
    elif verb.endswith('e'):
        form = verb + 'd'
    elif verb.endswith('y') and verb[-2] not in 'aeiou':
        form = verb[:-1] + 'ied'
    else:
        form = verb + 'ed'
    return [form, form]


def gerund(verb):
    if verb in DOUBLED or verb in ('sit', 'let', 'put', 'set', 'shut', 'cut', 'begin'):
        return verb + verb[-1] + 'ing'
    return (verb[:-1] if verb.endswith('e') and not verb.endswith('ee') else verb) + 'ing'


def present(verb):
    if verb.endswith(('s', 'sh', 'ch', 'x', 'z', 'o')):
        return verb + 'es'
    return verb[:-1] + 'ies' if verb.endswith('y') and verb[-2] not in 'aeiou' else verb + 's'


def forms(phrase):
    verb, _, rest = phrase.partition(' ')
    first, second = past(verb)
    return {name: f'{form} {rest}'.strip() for name, form in (('base', verb), ('past', first), ('done', second), ('gerund', gerund(verb)), ('present', present(verb)))}


def pieces(text):
    return [' '.join(p.split()) for p in text.replace('\n', '|').split('|') if p.strip()]


def sentences(random):
    """Endless (marked sentence, type); each type as often as another."""
    phrases = {k: pieces(v) for k, v in PHRASES.items()}
    done, kept = pieces(DONE), pieces(KEPT)
    makers = {k: [] for k in PHRASES}
    for kind in PHRASES:
        makers[kind] += ['done'] * 5 + ['other'] * 2
    for table, name in ((FRAMES, 'frame'), (ADDRESSED, 'addressed')):
        for key, text in table.items():
            makers[key[1]] += [(name, key[0], pieces(text))] * 2
    while True:
        kind = random.choice(list(PHRASES))
        how = random.choice(makers[kind])
        source, target = random.sample(ACTORS, 2)
        if how == 'done':
            frames = kept if kind in ('COOPERATE', 'AID', 'YIELD') and random.random() < 0.4 else done
            text = random.choice(frames).format(S='{S}', **forms(random.choice(phrases[kind])))
        elif how == 'other':
            text = random.choice(pieces(OTHER[kind]))
        else:
            name, tone, frames = how
            deed = forms(random.choice(phrases[random.choice([k for k, v in KIND.items() if v == tone])]))
            if name == 'addressed':
                third = random.choice(THIRD)
                deed = {k: v.replace('{T}', third) for k, v in deed.items()}
            text = random.choice(frames).format(S='{S}', T='{T}', **deed)
        text = text.replace('{S}', f'<s>{source}</s>').replace('{T}', f'<t>{target}</t>')
        at = 3 if text.startswith('<') else 0
        yield text[:at] + text[at].upper() + text[at + 1:], kind


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--count', type=int, default=4000)
    p.add_argument('--seed', type=int, default=1)
    a = p.parse_args()
    seen, source = set(), sentences(random.Random(a.seed))
    while len(seen) < a.count:
        text, kind = next(source)
        if text not in seen:
            seen.add(text)
            print(json.dumps({'marked_sentence': text, 'gold_root': kind}))


if __name__ == '__main__':
    main()
