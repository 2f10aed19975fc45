import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { OutboundError } from './outbound-error.ts'

const DECODERS = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
}

/** Reads a body up to a cap; one byte more and the rest is left unread and refused. */
export async function readCapped(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}

/** Undoes one content coding without ever unfolding more than the cap; the guard asks for none, some send it anyway. */
export async function decodeBody(bytes: Uint8Array, coding: string | null, maxBytes: number): Promise<Uint8Array> {
  const name = (coding ?? 'identity').trim().toLowerCase()
  if (name === 'identity' || name === '' || bytes.byteLength === 0) return bytes
  if (!isKnownCoding(name))
    throw new OutboundError('unreadable', `The answer is encoded as ${name}, which is not read.`)
  try {
    return await DECODERS[name](bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(maxBytes)
    throw new OutboundError('unreadable', `The answer says it is ${name} and is not.`, { cause: error })
  }
}

/** The refusal of a body that goes on beyond what was allowed for it. */
export function tooLarge(maxBytes: number): OutboundError {
  return new OutboundError('too_large', `The answer is larger than the ${maxBytes} bytes allowed for it.`)
}

function isKnownCoding(name: string): name is keyof typeof DECODERS {
  return Object.hasOwn(DECODERS, name)
}
