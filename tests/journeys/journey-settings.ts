import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

const PORT = 3987
const HUB_PORT = 3988
/** Of one account: what another left in the temporary folder cannot be replaced. */
const PLACE = join(tmpdir(), `weighbridge-journey-${userInfo().uid}-${PORT}`)

/** Where the instance under test is, and the files through which tests and instance talk. */
export const JOURNEY = {
  port: PORT,
  url: `http://127.0.0.1:${PORT}`,
  hubPort: HUB_PORT,
  hubUrl: `http://127.0.0.1:${HUB_PORT}`,
  dataFolder: PLACE,
  /** What the instance printed: the set-up link stands in it. */
  output: `${PLACE}.out`,
  /** The instant that stands for "now". */
  clock: `${PLACE}.clock`,
  /** A Wednesday, so that the week is still running. */
  startsAt: '2026-11-18T09:00:00.000Z',
  administrator: { name: 'Ada Administrator', email: 'ada@example.com', password: 'a bridge that weighs what passes' },
}
