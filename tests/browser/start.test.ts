import { describe, expect, test } from 'vitest'
import { bodyText, useApp } from './harness.ts'
import { WATER_TEXT, waterReading } from './water.ts'

const app = useApp()

describe('the start screen', () => {
  test('a pasted text becomes an annotated article', async () => {
    const page = await app.open()
    app.answer(() => ({ body: waterReading() }))
    await page.getByLabel('The text of an article').fill(WATER_TEXT)
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.waitForSelector('.paragraph')
    expect(app.requests.map(request => request.body)).toEqual([{ text: WATER_TEXT }])
    expect(await bodyText(page)).toBe(waterReading().article.articleBody)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(waterReading().article.headline)
  })

  test('an empty field is answered on the spot, without asking the server', async () => {
    const page = await app.open()
    app.answer(() => ({ body: waterReading() }))
    await page.getByRole('button', { name: 'Read it' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('input-empty')
    expect(app.requests).toEqual([])
  })

  test('a sample opens with one click, and its address opens it again', async () => {
    const page = await app.open()
    await page.getByRole('link', { name: /Vellmouth knew of lead/ }).click()
    await page.waitForSelector('.paragraph')
    expect(new URL(page.url()).search).toBe('?sample=water')
    await page.reload()
    await page.waitForSelector('.paragraph')
    expect(await bodyText(page)).toBe(waterReading().article.articleBody)
  })

  test('an address is sent as it is and stands in the address of the page', async () => {
    const page = await app.open()
    app.answer(() => ({ body: waterReading() }))
    await page.getByLabel('Its address').fill('https://courier.example/lead?page=2&x=ü')
    await page.getByRole('button', { name: 'Fetch' }).click()
    await page.waitForSelector('.paragraph')
    expect(app.requests.map(request => request.body)).toEqual([{ url: 'https://courier.example/lead?page=2&x=ü' }])
    expect(new URL(page.url()).searchParams.get('url')).toBe('https://courier.example/lead?page=2&x=ü')
  })

  test('a chosen HTML file is sent as HTML, in the encoding that it declares', async () => {
    const page = await app.open()
    app.answer(() => ({ body: waterReading() }))
    const html = '<meta charset="iso-8859-1"><p>“Nein”, sagte Müller.'
    const latin1 = Buffer.from(html.replace('“', '"').replace('”', '"'), 'latin1')
    await page.getByLabel('A file').setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: latin1 })
    await page.waitForSelector('.paragraph')
    expect(app.requests.map(request => request.body)).toEqual([{ html: '<meta charset="iso-8859-1"><p>"Nein", sagte Müller.' }])
  })

  test('a file dropped anywhere is read', async () => {
    const page = await app.open()
    app.answer(() => ({ body: waterReading() }))
    // As by hand: over the page until it says that it takes the file, then dropped.
    const drag = (kind: string) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['A text, she said. 😀'], 'note.txt', { type: 'text/plain' }))
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
      return document.querySelector('.drop') !== null
    }
    await page.waitForFunction(drag, 'dragover')
    await page.evaluate(drag, 'drop')
    await page.waitForSelector('.paragraph')
    expect(app.requests.map(request => request.body)).toEqual([{ text: 'A text, she said. 😀' }])
  })

  test('a refusal is shown with its advice and its code, and what was given is still there', async () => {
    const page = await app.open()
    const error = {
      code: 'url-robots',
      message: 'The page is closed to robots.',
      advice: 'Save it in your browser and give the file.',
    }
    app.answer(() => ({ status: 403, body: { error } }))
    await page.getByLabel('Its address').fill('https://closed.example/')
    await page.getByRole('button', { name: 'Fetch' }).click()
    const alert = await page.getByRole('alert').textContent()
    expect(alert).toContain(error.message)
    expect(alert).toContain(error.advice)
    expect(alert).toContain(error.code)
    expect(await page.getByLabel('Its address').inputValue()).toBe('https://closed.example/')
    app.answer(() => ({ body: waterReading() }))
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.waitForSelector('.paragraph')
  })

  test('a server that answers with no JSON is an error with advice too', async () => {
    app.answer(() => ({ status: 502, body: '<h1>Bad gateway</h1>' }))
    const page = await app.open('/?sample=water')
    expect(await page.getByRole('alert').textContent()).toContain('502')
  })

  test('going back and forward returns to the start and to the pasted article', async () => {
    const page = await app.open()
    await page.getByLabel('The text of an article').fill(WATER_TEXT)
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.waitForSelector('.paragraph')
    await page.goBack()
    expect(await page.getByLabel('The text of an article').inputValue()).toBe(WATER_TEXT)
    await page.goForward()
    await page.waitForSelector('.paragraph')
    await page.reload()
    await page.waitForSelector('.paragraph')
    expect(await bodyText(page)).toBe(waterReading().article.articleBody)
  })
})

test('every view says what Hearsay does not say', async () => {
  const line =
    'Hearsay shows who is reported to have said or done what, and how many separate origins that rests on. It does not say whether it is true.'
  const page = await app.open()
  await page.waitForSelector('.start')
  expect(await page.getByText(line).count()).toBe(1)
  const reader = await app.open('/?sample=water')
  await reader.waitForSelector('.paragraph')
  expect(await reader.getByText(line).count()).toBe(1)
  app.answer(() => ({ status: 500, body: {} }))
  const failed = await app.open('/?sample=water')
  await failed.waitForSelector('.note-error')
  expect(await failed.getByText(line).count()).toBe(1)
})
