import { HubError } from '#lib/upstream/hub-client.ts'

/** Reads a body as JSON; HTML, half a document and broken UTF-8 are `not_json`. */
export function parseJson(bytes: Uint8Array, url: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new HubError('not_json', 'The hub answered with something that is not JSON.', { url, cause: error })
  }
  try {
    return storable(value)
  } catch (error) {
    throw new HubError('wrong_shape', 'The hub answered with JSON nested too deeply to read.', { url, cause: error })
  }
}

/**
 * The same value with every NUL and lone surrogate replaced by U+FFFD. JSON may hold them and a database may not; a
 * publisher could otherwise make a repository impossible to record.
 */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD')
  if (Array.isArray(value)) return value.map(storable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storable(key), storable(item)]))
}
