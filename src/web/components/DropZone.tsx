import { useEffect, useState } from 'preact/hooks'
import { HearsayError } from '../../errors.ts'
import { useApp } from '../context.ts'
import { inputFromFile } from '../files.ts'
import { ErrorNote } from './ErrorNote.tsx'

/** Takes a file that is dropped anywhere on the page. */
export function DropZone() {
  const { actions } = useApp()
  const [over, setOver] = useState(false)
  const [error, setError] = useState<HearsayError | null>(null)

  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      setError(null)
      inputFromFile(file).then(actions.read, cause => setError(cause instanceof HearsayError ? cause : unreadable(file)))
    }
    addEventListener('dragover', drag)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', drag)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [actions])

  if (over) return <div class="drop">Drop the file to read it</div>
  if (!error) return null
  return (
    <div class="drop-error">
      <ErrorNote title="This file was not read." error={error}>
        <button type="button" class="button" onClick={() => setError(null)}>
          Close
        </button>
      </ErrorNote>
    </div>
  )
}

/** What a browser says about a folder, or about a file that vanished. */
export function unreadable(file: File): HearsayError {
  return new HearsayError('input-unreadable', `${file.name} could not be opened.`)
}
