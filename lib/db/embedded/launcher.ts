import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, runnableBinaries } from './binaries.ts'
import { ensureCluster, startServer, stopServer, writeSettings } from './cluster.ts'
import { type ClusterHome, findClusterHome, makeClusterHome } from './cluster-home.ts'
import { openConnection, ownerUrl, type ServerConnection } from './connection.ts'
import { runningPostmaster } from './postmaster.ts'
import { forgetSocketFolder, socketFolder } from './socket-folder.ts'

export interface EmbeddedPostgres {
  /** URL of the database as its owner. */
  url: string
  socketDir: string
  /** Whether the server was already running (another process uses it, or a killed run left it). */
  adopted: boolean
  /** Folder of the server's files. */
  folder: string
  /** Whether those could not live in the data folder, see `makeClusterHome`. */
  isElsewhere: boolean
  /** Makes this process the one instance of the data folder until it ends; false when another is. */
  claim(): Promise<boolean>
  /** Resolves when the server goes away although nobody here stopped it. */
  lost: Promise<Error>
  /** Lets go of the server, and stops it unless somebody else still uses it. */
  stop(): Promise<void>
}

export interface StartOptions {
  dataDir: string
  /** Told, in a sentence, what is worth knowing. */
  log: (sentence: string) => void
  /** False for a server that is thrown away: nothing waits for the disk. */
  durable?: boolean
}

const PATIENCE_MS = 90_000

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one already running there. No lock file guards this:
 * every step is whole or absent, PostgreSQL itself admits one server per cluster, and who loses a race joins the winner,
 * so there is nothing a killed start could leave behind that the next one has to break.
 */
export async function startEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new Error(
      'The embedded PostgreSQL needs unix sockets, which Node lacks on Windows: name a server in DATABASE_URL.',
    )
  }
  const isThrowaway = options.durable === false
  const home = await makeClusterHome(options.dataDir, { isThrowaway })
  const binaries = await runnableBinaries(home.folder, home.user)
  if (home.isElsewhere) {
    options.log(
      `The database is kept in ${home.folder}: PostgreSQL runs as "${home.user?.name}", which cannot enter ${home.dataDir}.`,
    )
  }
  await ensureCluster(home, binaries, isThrowaway)
  const { connection, adopted } = await startOrJoin(home, binaries, isThrowaway)
  return {
    url: ownerUrl(connection.socketDir, 'weighbridge'),
    socketDir: connection.socketDir,
    adopted,
    folder: home.folder,
    isElsewhere: home.isElsewhere,
    lost: connection.lost,
    claim: () => connection.claim(),
    stop: async () => {
      const isLast = isThrowaway || (await connection.isLastUser())
      await connection.close()
      if (!isLast) return
      await stopServer(home, binaries, isThrowaway ? 'immediate' : 'fast')
      await forgetSocketFolder(home, connection.socketDir)
    },
  }
}

/** The URL of the server running on a data folder, as its owner; null when none runs. Starts nothing. */
export async function findRunningEmbedded(dataDir: string): Promise<{ url: string } | null> {
  const home = await findClusterHome(dataDir)
  const connection = home === null ? null : await join(home)
  if (connection === null) return null
  await connection.close()
  return { url: ownerUrl(connection.socketDir, 'weighbridge') }
}

async function startOrJoin(
  home: ClusterHome,
  binaries: Binaries,
  isThrowaway: boolean,
): Promise<{ connection: ServerConnection; adopted: boolean }> {
  const deadline = Date.now() + PATIENCE_MS
  let adopted = true
  let failures = 0
  for (;;) {
    const connection = await join(home)
    if (connection !== null) return { connection, adopted }
    let problem: string | null = 'it runs but does not answer'
    if ((await runningPostmaster(home)) === null) {
      await writeSettings(home, await socketFolder(home), isThrowaway)
      problem = await startServer(home, binaries)
      adopted = problem !== null
      // A first failure may be a race with another start, or a killed server whose last process is still ending.
      if (problem !== null) failures += 1
    }
    if (problem !== null && (failures >= 5 || Date.now() > deadline)) {
      throw new Error(`The embedded PostgreSQL did not start (its log: ${home.logFile}): ${problem}`)
    }
    if (problem !== null) await sleep(failures > 0 ? 1_000 : 200)
  }
}

/** Connects to the server running on the cluster; null when there is none, or it is just going. */
async function join(home: ClusterHome): Promise<ServerConnection | null> {
  const postmaster = await runningPostmaster(home)
  return postmaster === null ? null : openConnection(postmaster.socketDir)
}
