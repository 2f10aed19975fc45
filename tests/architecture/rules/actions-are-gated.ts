import type { SourceFile } from '../source-file.ts'
import type { Rule } from '../source-tree.ts'

/** Server functions that ask for no permission, as `file name`, and why. */
export const PUBLIC_ACTIONS: Readonly<Record<string, string>> = {
  'app/_ui/choose-preference.ts choosePreference': 'sets two cookies of whoever asks, with values from a closed list',
  'app/(app)/sign-out.ts signOutAction': 'ends the session of whoever asks; signing out needs no permission',
}

/** The browser can call every function a 'use server' file exports, with any arguments. */
export const actionsAreGated: Rule = {
  name: 'every server function goes through runAction',
  check: (tree) =>
    [...tree.sources.values()].flatMap((file) =>
      serverFunctions(file)
        .filter((one) => !one.calls.has('runAction') && PUBLIC_ACTIONS[`${file.path} ${one.name}`] === undefined)
        .map((one) => ({
          file: file.path,
          sentence: `${one.name} is open to every browser and never calls runAction, which finds the actor and asks for the permission.`,
        })),
    ),
}

function serverFunctions(file: SourceFile) {
  return file.directives.includes('use server') ? file.exports : file.serverFunctions
}
