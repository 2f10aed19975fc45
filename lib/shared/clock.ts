/** Where "now" comes from, so that judgement and tests never read the machine's clock themselves. */
export interface Clock {
  now(): Date
}
