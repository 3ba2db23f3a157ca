import { expect, test } from 'vitest'
import { readLanguage } from '../../src/article/language.ts'

test('English is told, also by a short text', async () => {
  expect(await readLanguage('The minister said on Monday that she would not go to the meeting.')).toEqual({
    inLanguage: 'en',
    problems: [],
  })
})

test.each([
  'Zelenskyy, Podolyak, Yermak, Umerov, Kuleba and Syrskyi met Erdoğan, Fidan and Kalın in Dolmabahçe; Lavrov, Peskov, Ushakov, Medinsky and Patrushev did not.',
  'Nguyễn Xuân Phúc, Phạm Minh Chính and Vương Đình Huệ met Narendra Modi and Subrahmanyam Jaishankar in Hà Nội, Thừa Thiên Huế and Đà Nẵng.',
  '“Si,” said Ana.',
  'Yes',
])('English full of foreign names, or too short to tell, is not refused: %s', async text => {
  const { problems } = await readLanguage(text)
  expect(problems.filter(p => p.fatal)).toEqual([])
})

test.each([
  [
    'de',
    'German',
    'Die Stadt hat am Mittwoch beschlossen, dass die Schulen im ganzen Land geschlossen bleiben. Der Minister sagte, er habe keine andere Wahl gehabt, und bat die Eltern um Geduld.',
  ],
  [
    'fr',
    'French',
    'La ville a décidé mercredi que les écoles resteraient fermées dans tout le pays. Le ministre a déclaré qu’il n’avait pas eu d’autre choix que celui-là.',
  ],
  ['ja', 'Japanese', '首相は三日、記者団に対し、予定通り訪問すると述べた。また、来月にも会談を行う考えを示した。'],
  [
    'ru',
    'Russian',
    'Городской совет решил в среду, что школы останутся закрытыми. Министр сказал, что другого выхода у него не было.',
  ],
])('%s is named and not read', async (code, name, text) => {
  const { inLanguage, problems } = await readLanguage(text)
  expect(inLanguage).toBe(code)
  expect(problems).toEqual([
    expect.objectContaining({ code: 'language-not-read', fatal: true, note: expect.stringContaining(name) }),
  ])
})
