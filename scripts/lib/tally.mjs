import { existsSync, readFileSync, rmSync } from 'node:fs'

/** How many tests passed, failed and were skipped. */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 }

export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** The closing line that adds up everything. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * Counts a runner's JSON report. A runner that left none, ran no test, or ended badly although no test failed (a crash, a
 * broken set-up) counts as one failure: silence is not success.
 */
export function countReport(file, exitCode, read) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  const counts = report === null ? NOTHING : read(report)
  const ran = counts.passed + counts.failed
  const isSuspect = ran === 0 || (exitCode !== 0 && counts.failed === 0)
  return isSuspect ? add(counts, { ...NOTHING, failed: 1 }) : counts
}

/** Vitest's JSON reporter (the shape of Jest's). */
export function readVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Playwright's JSON reporter. A test that passed only on a second try has not passed. */
export function readPlaywright({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

/** Removes an earlier run's report, so that it can never be counted for this one. */
export function forgetReport(file) {
  rmSync(file, { force: true })
}
