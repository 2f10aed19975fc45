import { build, generate, isBuilt, isGenerated } from './built.mjs'
import { install, isInstalled } from './installed.mjs'
import { step } from './progress.mjs'
import { inTurn } from './turns.mjs'

/**
 * Brings the checkout to where it can run, doing only what is not done: dependencies, the database client and, when
 * wanted, the build. Safe against being killed anywhere and against another start doing the same.
 */
export async function makeReady({ withTools, withBuild }) {
  const stages = [
    {
      label: 'Dependencies',
      isDone: () => isInstalled({ withTools }),
      work: (onStart) => install({ withTools, onStart }),
    },
    { label: 'Database client', isDone: isGenerated, work: (onStart) => generate({ onStart }) },
    ...(withBuild ? [{ label: 'Build', isDone: isBuilt, work: (onStart) => build({ onStart }) }] : []),
  ]
  for (const { label, isDone, work } of stages) {
    await step(label, async () => {
      if (isDone()) return 'unchanged'
      // Asked again once it is our turn: whoever was before us may have done it.
      return inTurn(async (onStart) => (isDone() ? 'unchanged' : work(onStart)))
    })
  }
}
