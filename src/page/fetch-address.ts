import { lookup as lookupName } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'

/** All addresses of a name, as `dns.lookup` with `all: true` gives them. */
export type ResolveName = (name: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

/** A public address by its block, but one that answers inside a cloud only: Azure's host agent, which hands out secrets. */
const CLOUD_AGENTS = new Set(['168.63.129.16'])

/** RFC 8215: the part of NAT64's block that each network uses for itself, and that leads back into it. */
const NAT64_LOCAL = ipaddr.parseCIDR('64:ff9b:1::/48')

/**
 * The address to fetch, without a fragment and without credentials.
 *
 * Throws `url-invalid` for what is no address, is longer than the limit or has another scheme than http and https; `url-private`
 * for a literal address that is not public. Names are checked later, when they are resolved: see `guardedLookup`.
 */
export function checkedAddress(address: string, options: { readonly base?: URL; readonly allowPrivate: boolean }): URL {
  const url = URL.canParse(address, options.base) ? new URL(address, options.base) : null
  if (url === null) throw new HearsayError('url-invalid', `“${shortened(address)}” is not an address.`)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new HearsayError('url-invalid', `“${shortened(url.href)}” has the scheme “${url.protocol}”.`)
  }
  if (url.href.length > LIMITS.urlUnitsMax) {
    throw new HearsayError('url-invalid', `The address is longer than ${LIMITS.urlUnitsMax} characters.`)
  }
  url.hash = ''
  url.username = ''
  url.password = ''
  // A socket that is given a literal address skips the look-up and so its guard: literals need a check of their own. The URL
  // parser has already turned 2130706433, 0x7f.1 and their like into dotted form.
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (!options.allowPrivate && ipaddr.isValid(literal) && !isPublic(literal)) throw privateError(url.hostname, literal)
  return url
}

/**
 * A look-up for sockets that refuses a name as soon as one of its addresses is not public. The socket connects to what was
 * checked here, so a name cannot change its mind between check and use (DNS rebinding).
 */
export function guardedLookup(resolve: ResolveName = resolveName): LookupFunction {
  return (name, options, callback) => {
    resolve(name).then(
      found => {
        const inside = found.find(({ address }) => !isPublic(address))
        if (inside) return callback(privateError(name, inside.address), '', 0)
        const first = found[0]
        if (!first) return callback(Object.assign(new Error(`${name} has no address`), { code: 'ENOTFOUND' }), '', 0)
        if (options.all) callback(null, [...found])
        else callback(null, first.address, first.family)
      },
      error => callback(error, '', 0),
    )
  }
}

/** Whether an IPv4 or IPv6 address is one of the public internet; those that carry an IPv4 address inside count as that one. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast' && !CLOUD_AGENTS.has(parsed.toString())
  // RFC 6052: behind NAT64 every IPv4 site has such an address, so the block cannot be refused as a whole.
  if (parsed.range() === 'rfc6052' && !parsed.match(NAT64_LOCAL)) return isPublic(lastFourBytes(parsed))
  return parsed.range() === 'unicast'
}

function lastFourBytes(address: ipaddr.IPv6): string {
  return address.toByteArray().slice(12).join('.')
}

const resolveName: ResolveName = name =>
  new Promise((resolve, reject) => {
    lookupName(name, { all: true }, (error, found) => (error ? reject(error) : resolve(found)))
  })

function privateError(name: string, address: string): HearsayError {
  const which = name.replace(/^\[|\]$/g, '') === address ? name : `${name} (${address})`
  return new HearsayError('url-private', `${which} is not an address of the public internet.`)
}

function shortened(address: string): string {
  return address.length > 200 ? `${address.slice(0, 200)}…` : address
}
