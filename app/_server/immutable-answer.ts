interface Kept {
  body: string | Uint8Array<ArrayBuffer>
  /** Of the bytes, or of what they stand for: another hash is another thing. */
  sha256: string
  mediaType: string
  fileName?: string | undefined
}

/** Something that never changes, with its hash as ETag: who holds it already is told so, after their permission was checked. */
export function immutableAnswer(request: Request, { body, sha256, mediaType, fileName }: Kept): Response {
  const etag = `"${sha256}"`
  // `no-cache` asks again each time, so that a permission that was taken away counts at once.
  const headers = { etag, 'cache-control': 'private, no-cache' }
  const held = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (held.includes(etag)) return new Response(null, { status: 304, headers })
  const disposition = fileName === undefined ? 'inline' : `attachment; filename="${fileName}"`
  return new Response(body, { headers: { ...headers, 'content-type': mediaType, 'content-disposition': disposition } })
}
