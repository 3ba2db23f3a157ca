/**
 * A name of a place as the gazetteer is sorted by: ASCII, lower case, without accents, apostrophes and full stops; hyphens are
 * spaces, "Saint" is `st`. Empty where nothing of it is Latin.
 */
export function placeKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[øłđıßæœðþ]/giu, letter => LETTERS[letter.toLowerCase()]!)
    .toLowerCase()
    .replace(/[-–_/]/g, ' ')
    .replace(/[^a-z0-9 ]/g, '')
    .replace(/\bsaint\b/g, 'st')
    .replace(/ {2,}/g, ' ')
    .trim()
}

const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
}
