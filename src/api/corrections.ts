import type { Context } from 'hono'
import { HearsayError } from '../errors.ts'
import { bodyAs } from './body.ts'
import { CorrectionRequest } from './schemas-corrections.ts'
import type { Shelf } from './shelf.ts'

/** Who corrects, where the request does not say. */
const SOMEBODY = 'web'

/** Answers `POST /api/corrections` with the correction as the log has it. */
export function correctHandler(shelf: Shelf): (c: Context) => Promise<Response> {
  return async c => {
    const { correction, by } = await bodyAs(c, CorrectionRequest)
    const store = await shelf.store()
    const id = await store.correct({ correction, by: by ?? SOMEBODY })
    return c.json(await corrected(shelf, id), 201)
  }
}

/** Answers `GET /api/corrections`: of everything, or with `?story=` of one story. */
export function correctionsHandler(shelf: Shelf): (c: Context) => Promise<Response> {
  return async c => c.json({ corrections: await (await shelf.store()).corrections(c.req.query('story')) })
}

/** Answers `DELETE /api/corrections/{id}`: nothing is deleted, the correction is undone and says so. */
export function undoHandler(shelf: Shelf): (c: Context) => Promise<Response> {
  return async c => {
    const id = Number(c.req.param('id'))
    if (!Number.isSafeInteger(id)) throw new HearsayError('request-invalid', 'A correction has a number.')
    await (await shelf.store()).undo({ id, by: SOMEBODY })
    return c.json(await corrected(shelf, id))
  }
}

async function corrected(shelf: Shelf, id: number) {
  const all = await (await shelf.store()).corrections()
  return all.find(one => one.id === id)
}
