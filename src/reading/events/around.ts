import type { Span } from '../../record/index.ts'

/** What the sentence and its neighbours speak of, which tells a deed from what happens in the same words. */
export interface Around {
  /** Arms, attackers, soldiers or police are spoken of. */
  readonly isViolent: boolean
  /** Weapons, men in arms, the hurt and the dead are spoken of in the sentence itself. */
  readonly isArmed: boolean
  /** Crashes, storms, illness are spoken of in the sentence itself. */
  readonly isAccident: boolean
  /** Prisons, hostages, bail. */
  readonly isCustody: boolean
  /** Protesters. */
  readonly isProtest: boolean
}

/** How far around a sentence its neighbours are looked at, in characters: about the sentence before and the one after. */
const AROUND_UNITS = 250

export function aroundOf(body: string, [start, end]: Span): Around {
  const wide = body.slice(Math.max(0, start - AROUND_UNITS), end + AROUND_UNITS).toLowerCase()
  return {
    isViolent: VIOLENT.test(wide),
    isArmed: ARMED.test(body.slice(start, end).toLowerCase()),
    isAccident: ACCIDENT.test(body.slice(start, end).toLowerCase()),
    isCustody: CUSTODY.test(wide),
    isProtest: PROTEST.test(wide),
  }
}

const VIOLENT =
  /\b(?:attack|assault|assail|shoot|shot\b|shots\b|gun|firearm|rifle|pistol|bullet|bomb|explosi|blast|militant|milita|terror|rebel|insurgen|rocket|missile|mortar|artillery|air ?strike|airstrike|drone|raid|stab|knife|knives|machete|massacre|murder|homicide|troops|soldier|army\b|battalion|brigade|clash|fighting|war\b|warplane|execut|ambush|sniper|hostage|riot|police|officers|jihad|islamic state|taliban|tear gas|grenade|behead|kidnap|abduct|assassin|gang|cartel|pirate|robber|slay|slain|kill)/
const ARMED =
  /\b(?:shoot|shot\b|shots\b|gun|firearm|rifle|pistol|bullet|bomb|explosi|blast|militant|militia|rebel|insurgen|rocket|missile|mortar|artillery|air ?strike|airstrike|drone|stab|knife|machete|troops|soldier|army\b|battalion|brigade|ambush|sniper|hostage|riot|jihad|islamic state|taliban|grenade|terroris|wounded|injur|killed|dead\b|died|deaths|punch|kicked|beaten|stones|molotov|petrol|fire\b|arson)/
const ACCIDENT =
  /\b(?:crash|collision|collided?|accident|derail|capsiz|sank\b|sinking|avalanche|earthquake|quake|tremor|magnitude|tsunami|hurricane|typhoon|cyclone|storm|flood|tornado|landslide|mudslide|wildfire|blaze|lightning|drown|overdose|virus|outbreak|disease|cancer|heart attack|struck (?:\w+ )?by|hit by|hit-and-run|\btrams?\b|overturn|slipp|falling|fell\b|climber|flight\b|airliner|plane\b|train\b|bus\b|suv\b|pedestrian|motorist|motorcycl|vehicle|highway|intersection|drunk|stampede|collapse)/
const CUSTODY =
  /\b(?:custody|prison|jail|detain|detention|bail\b|bond\b|hostage|captiv|captor|arrest|imprison|kidnap|abduct|ransom|parole|inmate|sentence|guerrilla|rebels)/
const PROTEST = /\b(?:protest|demonstrat|riot|unrest|strike\b|strikers|march)/
