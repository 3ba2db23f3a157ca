import type { Reader } from '../reader.ts'

/** A reader whose model is loaded when the first page is there, and not at all where nothing has to be read. */
export function lazyReader(open: () => Promise<Reader>): Reader {
  let opened: Promise<Reader> | undefined
  return {
    read: async (input, options) => {
      opened ??= open()
      return (await opened).read(input, options)
    },
    close: async () => {
      const reader = await opened?.catch(() => undefined)
      await reader?.close()
    },
  }
}
