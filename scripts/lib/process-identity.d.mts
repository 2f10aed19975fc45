export interface ProcessIdentity {
  pid: number
  begun: string | null
}
export function identify(pid: number): ProcessIdentity
export function isAlive(identity: ProcessIdentity): boolean
