/** What the user chose on this machine, kept in the browser's storage; where that is off, until the page is closed. */
export type Theme = 'system' | 'light' | 'dark'

const THEME = 'hearsay-theme'
const KEYS_OFF = 'hearsay-keys-off'

export function theme(): Theme {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

export function setTheme(chosen: Theme): void {
  if (chosen === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
  store(THEME, chosen === 'system' ? null : chosen)
}

let keysOff = stored(KEYS_OFF) !== null

export function keysEnabled(): boolean {
  return !keysOff
}

export function setKeysEnabled(enabled: boolean): void {
  keysOff = !enabled
  store(KEYS_OFF, enabled ? null : 'off')
}

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function store(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    // Storage is switched off; the choice holds until the page is closed.
  }
}
