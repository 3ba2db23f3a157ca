import { baseForm } from '../../reading/words/lemma.ts'
import { stemOf } from '../terms.ts'

/** Words of news that tell one deed, with the nouns made of them, where their meanings as an encoder has them lie apart: a line, one deed. */
const DEEDS = `
  begin start open commence launch opening beginning start outset
  end finish conclude expire close
  close shut shutter closure shutdown silent cease
  negotiation talk negotiate bargaining
  sell sale buy purchase acquire acquisition pay price takeover
  cost price worth value valued put
  damage loss cost harm
  trap trapped stuck strand stranded hang hanging marooned
  die death succumb perish kill dead fatality toll
  hurt injure injury wound casualty
  flee escape getaway abscond
  steal theft take rob robbery loot thief burglar burglary
  enter climb break intrude intruder
  arrest detain custody seize apprehend hold
  inspect inspection check examine examination test service survey audit
  vote ballot turnout poll electorate
  approve favour back support yes
  stake own belong hold share holding shareholder
  delay late postpone wait
  extend prolong lengthen extension
  halt stop stall standstill
  evacuate flee displace homeless shelter
  march protest demonstrate rally crowd demonstration marcher protester demonstrator
  strike walkout stoppage picket
  job position post employee worker layoff redundancy
  blaze fire burn flame
  blast explosion explode detonate bomb
  quake earthquake tremor
  crash collision collide accident smash
  outage blackout cut failure
  cause reason blame because trigger
  fine penalty fined
  sentence jail prison term imprison
  withdraw deposit pull
  lend loan credit borrow
  pupil student schoolchild
  school classroom
  reopen resume restart begin again return
  hear hearing trial court session
  alarm alert warn warning
  missing unaccounted lost
  board carry aboard passenger
  deliver hand supply
  receive get obtain
  meet meeting gather session
  appoint name pick
  aircraft plane airplane jet
  vehicle car automobile
  child pupil kid
  doctor physician medic
  firm company business
  painting picture canvas work artwork
  forest wood woodland pine tree
  burn destroy char ravage scorch
  withdraw take pull remove
  need take require
  overstate inflate exaggerate
  quit resign leave departure
  win victory triumph
  flood inundate submerge water
  pay payment receive transfer
  run flow leak spill pour seep escape reach
  break shatter burst smash crack
  lack short shortage need missing vacant
  injure treat hospital admit
`

const stem = (word: string): string => stemOf(baseForm(word))

const DEEDS_OF = new Map<string, Set<number>>()
DEEDS.trim()
  .split('\n')
  .forEach((line, deed) => {
    for (const word of line.trim().split(/\s+/)) {
      const key = stem(word)
      DEEDS_OF.set(key, (DEEDS_OF.get(key) ?? new Set()).add(deed))
    }
  })

/** Whether two stems may tell one deed. */
export function maySayTheSame(a: string, b: string): boolean {
  const deeds = DEEDS_OF.get(a)
  const others = DEEDS_OF.get(b)
  return deeds !== undefined && others !== undefined && [...deeds].some(deed => others.has(deed))
}
