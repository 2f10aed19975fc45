import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PORT = 3987
const HUB_PORT = 3988

/** Where the instance under test is, and the files through which tests and instance talk. */
export const JOURNEY = {
  port: PORT,
  url: `http://127.0.0.1:${PORT}`,
  hubPort: HUB_PORT,
  hubUrl: `http://127.0.0.1:${HUB_PORT}`,
  dataFolder: join(tmpdir(), `weighbridge-journey-${PORT}`),
  /** What the instance printed: the set-up link stands in it. */
  output: join(tmpdir(), `weighbridge-journey-${PORT}.out`),
  /** The instant that stands for "now". */
  clock: join(tmpdir(), `weighbridge-journey-${PORT}.clock`),
  /** A Wednesday, so that the week is still running. */
  startsAt: '2026-11-18T09:00:00.000Z',
  administrator: { name: 'Ada Administrator', email: 'ada@example.com', password: 'a bridge that weighs what passes' },
}
