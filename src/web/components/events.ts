/** Handles a plain click on a link within the page, and leaves "open in a new tab" and the like to the browser. */
export function plainClick(act: () => void): (event: MouseEvent) => void {
  return event => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    act()
  }
}
