import type { Refusal } from '#lib/shared/outcome.ts'
import type { FetchRefusal } from './document-source.ts'
import { MAX_LICENCE_BYTES } from './licence-text.ts'

const MOST = MAX_LICENCE_BYTES.toLocaleString('en')

/** The refusal of bytes that are no licence text: too many, binary, or nothing to read; null where they may be kept. */
export function contentRefusal(
  field: string,
  bytes: Uint8Array,
  read: { text: string } | { refused: 'too-large' | 'binary' },
): Refusal | null {
  if (bytes.length === 0) return emptyRefusal(field, 'There is nothing in it.')
  if (!('refused' in read)) {
    return /[\p{L}\p{N}]/u.test(read.text) ? null : emptyRefusal(field, 'It holds no word and no figure.')
  }
  if (read.refused === 'too-large') {
    return {
      field,
      rule: 'text.too-large',
      message: `It has ${bytes.length.toLocaleString('en')} bytes; a licence text may have ${MOST}.`,
      remedy: 'Give the licence alone. The longest known one has a tenth of that.',
    }
  }
  if (isPdf(bytes)) return pdfRefusal(field)
  const nul = bytes.indexOf(0)
  return nul === -1
    ? binaryRefusal(field, 'It holds control characters that no text file holds.')
    : binaryRefusal(field, `Byte ${(nul + 1).toLocaleString('en')} is NUL.`, 'text.nul')
}

function emptyRefusal(field: string, message: string): Refusal {
  return { field, rule: 'text.empty', message, remedy: 'Give the words of the licence.' }
}

function binaryRefusal(field: string, why: string, rule = 'text.binary'): Refusal {
  return {
    field,
    rule,
    message: `This is no text: ${why}`,
    remedy: 'Save it as plain text (UTF-8, or UTF-16 with its mark) and send it again.',
  }
}

function pdfRefusal(field: string): Refusal {
  return {
    field,
    rule: 'text.binary',
    message: 'This is a PDF file, not a text.',
    remedy: 'Copy its words and paste them, or give the text the publisher offers beside it.',
  }
}

const NO_URL = { field: '/url', remedy: 'Give an address such as https://example.com/licence.txt.' }

/** Reads the address of a document; refuses what is none, other protocols, and one that carries a password. */
export function readDocumentUrl(text: string): { url: URL } | { refusal: Refusal } {
  const given = text.trim()
  if (!URL.canParse(given)) {
    return { refusal: { ...NO_URL, rule: 'url.malformed', message: 'This is not an address.' } }
  }
  const url = new URL(given)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    const message = `Only http and https are spoken, not ${url.protocol.slice(0, -1)}.`
    return { refusal: { ...NO_URL, rule: 'url.not-http', message } }
  }
  if (url.username !== '' || url.password !== '') {
    const message = 'The address carries a user name or a password; it would be kept and shown.'
    return { refusal: { ...NO_URL, rule: 'url.credentials', message } }
  }
  return { url }
}

const BY_HAND = 'Open it in a browser and paste or upload what it shows.'

const FETCHES: Readonly<Record<FetchRefusal, { rule: string; remedy: string }>> = {
  'address-refused': {
    rule: 'url.private-address',
    remedy: 'Give a public address. An administrator can allow a private one for this document.',
  },
  unreachable: { rule: 'url.unreachable', remedy: `Check the address and try again. ${BY_HAND}` },
  timeout: { rule: 'url.timeout', remedy: `Try again. ${BY_HAND}` },
  'too-large': {
    rule: 'text.too-large',
    remedy: `A licence text may have ${MOST} bytes. Give the address of the text alone.`,
  },
  unreadable: { rule: 'url.unreadable', remedy: BY_HAND },
  status: { rule: 'url.no-document', remedy: `Check the address. ${BY_HAND}` },
  redirects: { rule: 'url.redirects', remedy: 'Give the address at which the document ends up.' },
}

/** The refusal of an address that gave no document. */
export function fetchRefusal(because: FetchRefusal, message: string): Refusal {
  return { field: '/url', message, ...FETCHES[because] }
}

function isPdf(bytes: Uint8Array): boolean {
  return [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, at) => bytes[at] === byte)
}
