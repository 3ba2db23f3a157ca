import { baseForm } from '../../reading/words/lemma.ts'
import { stemOf } from '../terms.ts'

/** Words that stand in each other's place and tell the contrary: by what they mean they look alike. */
const PAIRS = `raise:cut,lower,reduce rise:fall,drop,sink,decline increase:decrease,reduce,fall,cut grow:shrink gain:lose win:lose open:close,shut
  start:end,stop,finish begin:end,stop,finish accept:reject,refuse,decline approve:reject,oppose,veto allow:ban,forbid,prohibit support:oppose
  buy:sell hire:fire,dismiss arrive:leave,depart enter:leave,exit return:leave join:leave,quit agree:disagree,refuse confirm:deny admit:deny
  guilty:innocent convict:acquit alive:dead survive:die safe:unsafe,dangerous legal:illegal lawful:unlawful true:false
  strong:weak high:low long:short early:late old:new more:fewer,less most:least first:last before:after north:south east:west
  man:woman men:women boy:girl husband:wife father:mother son:daughter brother:sister import:export attack:defend,protect
  arrest:release,free imprison:release build:demolish,destroy create:destroy lift:impose remove:install,add borrow:lend teach:learn
  praise:criticise,criticize,condemn welcome:condemn,reject pass:fail,reject succeed:fail remember:forget public:private
  majority:minority victory:defeat profit:loss friend:enemy peace:war advance:retreat load:unload lead:trail hot:cold wet:dry
  morning:evening,afternoon,night day:night`

const stem = (word: string): string => stemOf(baseForm(word))

const OPPOSITES = new Map<string, Set<string>>()
for (const entry of PAIRS.split(/\s+/)) {
  const [word, others] = entry.split(':') as [string, string]
  for (const other of others.split(',')) {
    for (const [one, contrary] of [
      [stem(word), stem(other)],
      [stem(other), stem(word)],
    ] as const) {
      OPPOSITES.set(one, (OPPOSITES.get(one) ?? new Set()).add(contrary))
    }
  }
}

/** The stems that tell the contrary of one; none for most. */
export const oppositesOf = (stem: string): ReadonlySet<string> => OPPOSITES.get(stem) ?? NONE

const NONE: ReadonlySet<string> = new Set()
