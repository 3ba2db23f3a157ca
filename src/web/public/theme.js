// Runs before the first paint, so that a stored choice of light or dark does not flash.
try {
  const theme = localStorage.getItem('hearsay-theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be switched off; then the system's preference holds.
}
