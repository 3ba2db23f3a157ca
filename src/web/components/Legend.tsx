/** How the marks in the text read. */
export function Legend() {
  return (
    <section class="legend" aria-labelledby="app-legend">
      <h2 id="app-legend">How to read it</h2>
      <ul>
        <li>
          <span class="mark source">source</span> who is said to speak
        </li>
        <li>
          <span class="mark cue">cue</span> the outlet’s verb
        </li>
        <li>
          <span class="mark content">content</span> what is told
        </li>
        <li>
          <span class="mark content direct">“content”</span> in quotation marks
        </li>
        <li>
          <span class="mark content nested">content</span> told within another statement
        </li>
        <li>
          <span class="name unclear">speaker unclear</span> left open, not guessed
        </li>
      </ul>
    </section>
  )
}
