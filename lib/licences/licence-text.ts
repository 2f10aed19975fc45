import { createHash } from 'node:crypto'

/** Bytes beyond this are refused before anything reads them: the longest known licence text has a tenth of it. */
export const MAX_LICENCE_BYTES = 1_048_576

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type TextRefusal = 'too-large' | 'binary'
export type Decoded = { text: string; encoding: TextEncoding } | { refused: TextRefusal }

/** One licence text: the hash of its bytes as published, and what decoding found in them. */
export interface LicenceText {
  sha256: string
  text: string
  encoding: TextEncoding
}

/** The SHA-256 of bytes, in lower-case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return bytes.length >= mark.length && mark.every((byte, at) => bytes[at] === byte)
}

/** Controls that text files do not hold; tab, line feed, form feed, carriage return and escape are let through. */
function isControl(code: number): boolean {
  return code < 32 && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13 && code !== 27
}

function looksBinary(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) return true
  return false
}

function decodeKnown(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}

/** Reads bytes as text by byte order mark, then UTF-8, then windows-1252; refuses what is binary or over the cap. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_LICENCE_BYTES) return { refused: 'too-large' }
  const decoded = decodeKnown(bytes)
  return looksBinary(decoded.text) ? { refused: 'binary' } : decoded
}

/** The text in some bytes together with the hash of exactly these bytes. */
export function readLicenceText(bytes: Uint8Array): LicenceText | { refused: TextRefusal } {
  const decoded = decodeText(bytes)
  return 'refused' in decoded ? decoded : { sha256: sha256Of(bytes), ...decoded }
}

export type LicenceFileRole = 'licence' | 'notice' | 'use-policy'

const TEXT_NAME = /^[^.]*$|\.(?:md|txt|rst|markdown)$/i
const CODE_NAME = /\.(?:py|js|ts|json|ya?ml|toml|html?|pdf|png|svg|sh|c|h|cpp|go|rs|java)$/i

/** What a file of a repository is to us by its name alone, in any folder; null when it is not licence-like. */
export function licenceFileRole(path: string): LicenceFileRole | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (CODE_NAME.test(name)) return null
  if (/^notice/i.test(name)) return 'notice'
  if (/^use_policy/i.test(name)) return 'use-policy'
  if (/^(?:(?:model|weights?)[-_ ])?(?:licen[sc]e|copying)/i.test(name)) return 'licence'
  return /agreement(?:\.[^.]*)?$/i.test(name) && TEXT_NAME.test(name) ? 'licence' : null
}

/** Whether a repository's file is one that every look reads: licence, notice, agreement or use policy. */
export function isLicenceLikePath(path: string): boolean {
  return licenceFileRole(path) !== null
}
