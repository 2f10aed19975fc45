import { describe, expect, test } from 'vitest'
import { lookWork, nextLookAt, secondsLeft } from './look-work.ts'

const at = (time: string) => new Date(`2026-11-25T${time}Z`)
const open = {
  lookId: 'l',
  startedAt: at('10:00:00'),
  phase: 'reading',
  done: 10,
  total: 40,
  updatedAt: at('10:00:20'),
}
const idle = { open: null, isHeld: false, requestedAt: null, last: null }

describe('what is being done about a source', () => {
  test('is nothing where nobody asked, and where the look that was asked for has ended', () => {
    const last = { startedAt: at('09:00:00'), endedAt: at('09:01:00') }
    expect(lookWork(idle).state).toBe('idle')
    expect(lookWork({ ...idle, last, requestedAt: at('08:59:59') }).state).toBe('idle')
    // The request joined a look that ran already.
    expect(lookWork({ ...idle, last, requestedAt: at('09:00:30') }).state).toBe('idle')
  })

  test('is waiting from when somebody asked until a look ends after that', () => {
    const last = { startedAt: at('09:00:00'), endedAt: at('09:01:00') }
    expect(lookWork({ ...idle, last, requestedAt: at('09:02:00') })).toEqual({
      state: 'waiting',
      since: at('09:02:00'),
    })
  })

  test('is running only while a process holds it', () => {
    expect(lookWork({ ...idle, open, isHeld: true }).state).toBe('running')
    expect(lookWork({ ...idle, open }).state).toBe('abandoned')
  })

  test('is waiting, not abandoned, where somebody asked after the process was gone', () => {
    expect(lookWork({ ...idle, open, requestedAt: at('11:00:00') }).state).toBe('waiting')
    expect(lookWork({ ...idle, open, requestedAt: at('09:59:00') }).state).toBe('abandoned')
  })
})

test('the time left follows the pace so far, and is not guessed before there is one', () => {
  const running = lookWork({ ...idle, open, isHeld: true })
  expect(secondsLeft(running, at('10:00:20'))).toBe(60)
  expect(secondsLeft(lookWork({ ...idle, open: { ...open, done: 2 }, isHeld: true }), at('10:00:20'))).toBeNull()
  expect(secondsLeft(lookWork({ ...idle, open: { ...open, total: null }, isHeld: true }), at('10:00:20'))).toBeNull()
  expect(secondsLeft({ state: 'idle' }, at('10:00:20'))).toBeNull()
})

test('the next look is an interval after the last began, at once where that has passed, never while paused', () => {
  const source = { pausedAt: null, intervalSeconds: 3_600 }
  expect(nextLookAt(source, at('10:00:00'), at('10:30:00'))).toEqual(at('11:00:00'))
  expect(nextLookAt(source, at('10:00:00'), at('12:00:00'))).toEqual(at('12:00:00'))
  expect(nextLookAt(source, null, at('12:00:00'))).toEqual(at('12:00:00'))
  expect(nextLookAt({ ...source, pausedAt: at('09:00:00') }, null, at('12:00:00'))).toBeNull()
})
