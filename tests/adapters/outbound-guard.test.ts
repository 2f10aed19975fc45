import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createOutboundGuard, type OutboundGuard, type OutboundRequest } from '#lib/adapters/outbound/guard.ts'

let port: number
let handler: (request: IncomingMessage, response: ServerResponse) => void
let seen: IncomingMessage[]
let guard: OutboundGuard
let stop: () => Promise<void>

beforeEach(async () => {
  seen = []
  handler = (_request, response) => response.end('hello')
  const server = createServer((request, response) => {
    seen.push(request)
    handler(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  port = address.port
  guard = createOutboundGuard()
  stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

afterEach(async () => {
  await guard.close()
  await stop()
})

function asking(host: string, change: Partial<OutboundRequest> = {}): OutboundRequest {
  return {
    url: new URL(`http://${host}:${port}/`),
    addressClass: 'configured',
    maxBytes: 1000,
    deadlineMs: 2000,
    headersTimeoutMs: 1000,
    ...change,
  }
}

const resolvesTo = (...addresses: string[]) => {
  let asked = 0
  const resolve = async () => {
    asked += 1
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  return { resolve, times: () => asked }
}

describe('the address rule', () => {
  test('lets the operator reach the loopback, and says who is asking', async () => {
    const answer = await guard.send(asking('127.0.0.1'))
    expect(Buffer.from(answer.bytes).toString()).toBe('hello')
    expect(seen[0]?.headers['user-agent']).toMatch(/^weighbridge\/\d+\.\d+\.\d+ \(\+self-hosted model governance\)$/)
  })

  test.each([
    '127.0.0.1',
    '[::ffff:127.0.0.1]',
    '[::1]',
    '2130706433',
    '0x7f.1',
    '0.0.0.0',
    '169.254.169.254',
    'localhost',
  ])('keeps a source away from %s without sending a byte', async (host) => {
    await expect(guard.send(asking(host, { addressClass: 'source' }))).rejects.toMatchObject({
      kind: 'refused_address',
    })
    expect(seen).toHaveLength(0)
  })

  test('an allowed private source gets through, a link with the same permission does not', async () => {
    await expect(guard.send(asking('localhost', { addressClass: 'source', allowPrivate: true }))).resolves.toBeDefined()
    await expect(guard.send(asking('localhost', { addressClass: 'linked', allowPrivate: true }))).rejects.toMatchObject(
      {
        kind: 'refused_address',
      },
    )
  })

  test('one private address among public ones forbids the name', async () => {
    const { resolve } = resolvesTo('8.8.8.8', '127.0.0.1')
    const other = createOutboundGuard({ resolve })
    await expect(other.send(asking('mixed.test', { addressClass: 'source' }))).rejects.toMatchObject({
      kind: 'refused_address',
    })
    expect(seen).toHaveLength(0)
    await other.close()
  })

  test('connects to the address it checked, asking for the name once', async () => {
    const names = resolvesTo('127.0.0.1')
    const other = createOutboundGuard({ resolve: names.resolve })
    await other.send(asking('only-here.test'))
    expect(seen[0]?.headers.host).toBe(`only-here.test:${port}`)
    expect(names.times()).toBe(1)
    await other.close()
  })

  test('a connection kept open for the operator does not serve a source', async () => {
    await guard.send(asking('localhost'))
    await expect(guard.send(asking('localhost', { addressClass: 'source' }))).rejects.toMatchObject({
      kind: 'refused_address',
    })
    expect(seen).toHaveLength(1)
  })

  test('speaks http and https only, and carries no credentials in an address', async () => {
    for (const url of ['ftp://127.0.0.1/', 'file:///etc/passwd', `http://me:secret@127.0.0.1:${port}/`]) {
      await expect(guard.send(asking('x', { url: new URL(url) }))).rejects.toMatchObject({ kind: 'refused_address' })
    }
    expect(seen).toHaveLength(0)
  })
})

describe('redirects', () => {
  test('are handed over, never followed', async () => {
    handler = (_request, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/next` }).end()
    const answer = await guard.send(asking('127.0.0.1'))
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toContain('/next')
    expect(seen).toHaveLength(1)
  })
})

describe('caps', () => {
  test('a body of exactly the cap is read, one byte more is not', async () => {
    handler = (request, response) => response.end(Buffer.alloc(request.url === '/more' ? 1001 : 1000))
    expect((await guard.send(asking('127.0.0.1'))).bytes).toHaveLength(1000)
    const more = asking('127.0.0.1', { url: new URL(`http://127.0.0.1:${port}/more`) })
    await expect(guard.send(more)).rejects.toMatchObject({ kind: 'too_large' })
  })

  test('a body without a length that goes on and on is cut', async () => {
    let isClosed = false
    handler = (request, response) => {
      request.on('close', () => {
        isClosed = true
      })
      const timer = setInterval(() => response.write(Buffer.alloc(400)), 5)
      response.on('close', () => clearInterval(timer))
    }
    await expect(guard.send(asking('127.0.0.1'))).rejects.toMatchObject({ kind: 'too_large' })
    await expect.poll(() => isClosed).toBe(true)
  })

  test('a small body that unfolds beyond the cap is refused, one that does not is unfolded', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000))
    expect(bomb.byteLength).toBeLessThan(1000)
    handler = (request, response) => {
      const body = request.url === '/bomb' ? bomb : gzipSync('small')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(body)
    }
    expect(Buffer.from((await guard.send(asking('127.0.0.1'))).bytes).toString()).toBe('small')
    const unfolding = asking('127.0.0.1', { url: new URL(`http://127.0.0.1:${port}/bomb`) })
    await expect(guard.send(unfolding)).rejects.toMatchObject({ kind: 'too_large' })
  })

  test('asks for no encoding, and an unknown or false one is unreadable', async () => {
    handler = (request, response) => {
      response.writeHead(200, { 'content-encoding': request.url === '/odd' ? 'odd' : 'gzip' }).end('not gzip')
    }
    await expect(guard.send(asking('127.0.0.1'))).rejects.toMatchObject({ kind: 'unreadable' })
    const odd = asking('127.0.0.1', { url: new URL(`http://127.0.0.1:${port}/odd`) })
    await expect(guard.send(odd)).rejects.toMatchObject({ kind: 'unreadable' })
    expect(seen[0]?.headers['accept-encoding']).toBe('identity')
  })
})

describe('patience', () => {
  test('headers that do not come in time', async () => {
    handler = () => undefined
    const started = Date.now()
    const waiting = guard.send(asking('127.0.0.1', { headersTimeoutMs: 300, deadlineMs: 10_000 }))
    await expect(waiting).rejects.toMatchObject({ kind: 'timeout' })
    expect(Date.now() - started).toBeLessThan(5000)
  })

  test('a body that drips steadily still meets the deadline', async () => {
    handler = (_request, response) => {
      const timer = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(timer))
    }
    const waiting = guard.send(asking('127.0.0.1', { deadlineMs: 400, maxBytes: 1_000_000 }))
    await expect(waiting).rejects.toMatchObject({ kind: 'timeout' })
  })

  test('a closed port and a cut connection are unreachable', async () => {
    handler = (_request, response) => response.destroy()
    await expect(guard.send(asking('127.0.0.1'))).rejects.toMatchObject({ kind: 'unreachable' })
    await stop()
    await expect(guard.send(asking('127.0.0.1'))).rejects.toMatchObject({ kind: 'unreachable' })
  })
})
