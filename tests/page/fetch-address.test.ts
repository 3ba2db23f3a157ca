import { describe, expect, it } from 'vitest'
import { fetchPage } from '../../src/page/fetch.ts'
import { checkedAddress, guardedLookup, isPublic, type ResolveName } from '../../src/page/fetch-address.ts'
import { openSite } from './site.ts'

const PRIVATE = [
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.100.100.200',
  '192.0.0.192',
  '168.63.129.16',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:0:127.0.0.1',
  '64:ff9b::127.0.0.1',
  '64:ff9b::10.0.0.1',
  '64:ff9b:1::8.8.8.8',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  'fe80::1',
  'fec0::1',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '2001:db8::1',
]

describe('an address', () => {
  it.each(PRIVATE)('%s is not public', address => {
    expect(isPublic(address)).toBe(false)
  })

  it.each(['8.8.8.8', '172.32.0.1', '1.1.1.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'])(
    '%s is public',
    address => {
      expect(isPublic(address)).toBe(true)
    },
  )

  it('that is a name is not public by itself', () => {
    expect(isPublic('paper.example')).toBe(false)
  })
})

describe('a literal address in a URL', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://127.0.0.1./',
    'http://127。0。0。1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://user:word@10.0.0.1/',
  ])('%s is refused before anything is sent', async address => {
    expect(() => checkedAddress(address, { allowPrivate: false })).toThrow(expect.objectContaining({ code: 'url-private' }))
    await expect(fetchPage(address)).rejects.toMatchObject({ code: 'url-private' })
  })

  it('is taken where private ones are allowed', () => {
    expect(checkedAddress('http://127.0.0.1/a', { allowPrivate: true }).href).toBe('http://127.0.0.1/a')
  })

  it('loses its fragment and the credentials in it', () => {
    expect(checkedAddress('https://user:word@paper.example/a?b#c', { allowPrivate: false }).href).toBe(
      'https://paper.example/a?b',
    )
  })
})

const resolvesTo =
  (...addresses: string[]): ResolveName =>
  async () =>
    addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }))

describe('a name', () => {
  it.each(PRIVATE)('that resolves to %s is refused', async address => {
    await expect(fetchPage('http://paper.example/page', { resolve: resolvesTo(address) })).rejects.toMatchObject({
      code: 'url-private',
    })
  })

  it('that resolves to a public address and a private one is refused', async () => {
    await expect(fetchPage('http://paper.example/', { resolve: resolvesTo('8.8.8.8', '10.0.0.1') })).rejects.toMatchObject({
      code: 'url-private',
    })
  })

  it('that does not resolve is unreachable', async () => {
    const resolve: ResolveName = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }))
    await expect(fetchPage('http://paper.example/', { resolve })).rejects.toMatchObject({ code: 'url-unreachable' })
    await expect(fetchPage('http://paper.example/', { resolve: resolvesTo() })).rejects.toMatchObject({ code: 'url-unreachable' })
  })

  it('that resolves to public addresses is handed to the socket, one or all as it asks', async () => {
    const lookup = guardedLookup(resolvesTo('8.8.8.8', '2606:4700::1111'))
    const ask = (all: boolean) => new Promise(resolve => lookup('paper.example', { all }, (...answer) => resolve(answer)))
    expect(await ask(true)).toEqual([
      null,
      [expect.objectContaining({ address: '8.8.8.8' }), expect.objectContaining({ address: '2606:4700::1111' })],
    ])
    expect(await ask(false)).toEqual([null, '8.8.8.8', 4])
  })

  it('is never connected to when it points at this machine', async () => {
    const site = await openSite({ '/page': { body: 'secret' } })
    const address = site.origin.replace('127.0.0.1', 'localhost')
    await expect(fetchPage(`${address}/page`)).rejects.toMatchObject({ code: 'url-private' })
    await expect(fetchPage(`${address}/page`, { resolve: resolvesTo('127.0.0.1') })).rejects.toMatchObject({
      code: 'url-private',
    })
    await site.close()
    expect(site.asked).toEqual([])
  })
})
