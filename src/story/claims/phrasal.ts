import { baseForm } from '../../reading/words/lemma.ts'
import type { Word } from '../../reading/words/words.ts'

/**
 * Verbs of news that go with a particle, by the one verb that others say it with. Only those whose meaning the two words do not tell:
 * "rise up" is left to "rise".
 */
const PAIRS = `resign:step_down,stand_down,bow_out fall:go_down,come_down rise:go_up return:give_back,hand_back,send_back,pay_back
  postpone:put_off,hold_off cancel:call_off close:shut_down,wind_down dismiss:lay_off,kick_out withdraw:pull_out,take_out,take_back,back_out
  collapse:fall_down,cave_in,break_down,fall_apart,give_way conduct:carry_out reject:turn_down,throw_out,vote_down raise:put_up
  establish:set_up surrender:hand_over,give_up,turn_over explode:blow_up,go_off demolish:tear_down,pull_down,knock_down
  exclude:rule_out acquire:take_over,buy_up,buy_out extinguish:put_out strike:walk_out kill:mow_down,gun_down steal:make_off flee:run_away,get_away
  reduce:cut_back,scale_back,scale_down abolish:do_away consume:use_up,eat_up survive:pull_through evacuate:move_out,clear_out
  investigate:look_into distribute:give_out,hand_out reveal:give_away attack:set_upon arrive:turn_up,show_up
  participate:take_part happen:take_place discover:find_out continue:carry_on,go_on begin:break_out recruit:sign_up approve:wave_through
  inflate:too_high_by`

const VERBS = new Map(
  PAIRS.split(/\s+/).flatMap(entry => {
    const [verb, phrases] = entry.split(':') as [string, string]
    return phrases.split(',').map(phrase => [phrase, verb] as const)
  }),
)

/** The verb that a word stands for with the next or the next two: "stepped down" is "resign", "too high by" what is inflated; null where they are no such verb. */
export function phrasalAt(words: readonly Word[], at: number): string | null {
  const next = words[at + 1]
  if (next === undefined) return null
  const pair = `${baseForm(words[at]!.lower)}_${next.lower}`
  return VERBS.get(pair) ?? VERBS.get(`${pair}_${words[at + 2]?.lower}`) ?? null
}
