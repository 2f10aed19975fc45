import { readFileSync } from 'node:fs'

/** A process by number and, where the system tells, by when it began: a number alone is used again. */
export function identify(pid) {
  return { pid, begun: begunAt(pid) }
}

/** Whether that very process still runs. */
export function isAlive({ pid, begun }) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  return begunAt(pid) === begun
}

/** Start time in clock ticks since a named boot (Linux), or null. A process that ended but was never waited for has none. */
function begunAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (state === 'Z') return 'ended'
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[18]}`
  } catch {
    return null
  }
}
