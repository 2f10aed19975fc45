import { existsSync, readFileSync } from 'node:fs'
import apache from 'spdx-license-list/licenses/Apache-2.0.json' with { type: 'json' }

const HELD_TEXTS = new URL('../../../../shared/data/licences/', import.meta.url)

/** A real licence text where the collection lies beside the checkout, else the stand-in. */
export function heldLicence(file: string, standIn: string): string {
  const path = new URL(file, HELD_TEXTS)
  return existsSync(path) ? readFileSync(path, 'utf8') : standIn
}

export const APACHE_LICENCE = apache.licenseText

/** A non-commercial licence written for tests. No model was ever published under it, and nobody should start. */
export const RESEARCH_LICENCE = `HUB DOUBLE RESEARCH LICENSE AGREEMENT
(a text written for software tests; it licenses nothing)

Release date: 1 January 2024

By using the Materials you agree to this Agreement.

1. Definitions
   a. "Materials" means the files that accompany this Agreement in a test double of a model hub.
   b. "Licensor" means nobody in particular.
   c. "Non-Commercial" means for research or evaluation purposes only.

2. Grant of rights
   You are granted a non-exclusive, worldwide, non-transferable and royalty-free right to use, reproduce, distribute,
   copy and modify the Materials FOR NON-COMMERCIAL PURPOSES ONLY.
   If you wish to use the Materials commercially, you shall request a separate license from the Licensor, who may
   refuse it.

3. Redistribution
   a. You shall give every recipient of the Materials a copy of this Agreement.
   b. You shall cause modified files to carry prominent notices stating that you changed them.
   c. You shall retain a "Notice" text file that names the Licensor and this Agreement.

4. Disclaimer
   THE MATERIALS ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED.

5. Termination
   This Agreement ends when you breach it. You shall then delete the Materials.
`
