/**
 * Kills `hearsay add` again and again (SIGKILL) at moments drawn from a seed, and looks at what the store then holds.
 *
 *   npx tsx bench/kill/run.ts [--kills 50] [--articles 600] [--seed N] [--store folder|server]
 *
 * Status 1 where an article that was told of is lost, one is there twice, or the next run does not go on.
 */
import { parseArgs } from 'node:util'
import { seeded } from '../../tests/seeded.ts'
import { type Killed, killAgainAndAgain } from '../../tests/store/killing.ts'
import { databases, folders } from '../../tests/store/places.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    articles: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    store: { type: 'string', default: 'both' },
  },
})
for (const [name, open] of Object.entries({ folder: folders, server: databases })) {
  if (values.store !== 'both' && values.store !== name) continue
  const places = await open()
  try {
    const random = seeded(Number(values.seed))
    const kills = Number(values.kills)
    const articles = Number(values.articles)
    const found = await killAgainAndAgain({
      place: await places.fresh(),
      kills,
      articles,
      delayMs: 10,
      // Every fifth while it starts; the others after as many lines as the runs before have come to, and some more.
      after: kill =>
        kill % 5 === 4
          ? { lines: 0, ms: Math.floor(random() * 2000) }
          : { lines: 1 + Math.floor(((kill + random()) / (kills + 1)) * articles * 0.9), ms: Math.floor(random() * 40) },
    })
    const faults = faultsIn(found)
    console.log(`${name}: ${kills} kills, ${articles} articles, lines at each kill: ${found.lines.join(' ')}`)
    console.log(faults.length === 0 ? `${name}: none lost, none twice, all there at the end` : `${name}: ${faults.join('; ')}`)
    if (faults.length > 0) process.exitCode = 1
  } finally {
    await places.close()
  }
}

function faultsIn(found: Killed): readonly string[] {
  const all = found.articles.join()
  return [
    ...(found.status === 0 ? [] : [`the last run ended with ${found.status}`]),
    ...(found.lost.length === 0 ? [] : [`lost after being told of: ${found.lost.join(' ')}`]),
    ...(found.held.join() === all ? [] : [`${found.held.length} articles held`]),
    ...(found.filed.join() === all ? [] : [`${found.filed.length} articles filed`]),
    ...(found.logged.join() === all ? [] : [`${found.logged.length} articles added by the log`]),
    ...(new Set(found.added).size === found.added.length ? [] : ['an article was told of as added twice']),
  ]
}
