import { handle } from '#app/_server/handler.ts'
import { factsOf, type SaidClaim } from '#lib/catalogue/model-facts.ts'
import { findModelDetail } from '#lib/catalogue/queries/model-detail.ts'
import { catalogueIdSchema } from '#lib/catalogue/schema.ts'
import { notFound } from '#lib/shared/failure.ts'
import { listModelItems } from '#lib/upstream/queries/model-items.ts'
import { listModelRevisions } from '#lib/upstream/queries/model-revisions.ts'

/** One model with everything said about it: facts with the claims that lost, names, relations, revisions. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/models/[id]'>): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db, clock }) => {
    const { id } = await params
    const model = catalogueIdSchema.safeParse(id).success ? await findModelDetail(db, id) : null
    if (!model) throw notFound('The model')
    const [item] = await listModelItems(db, [model.row], clock.now())
    const revisions = await listModelRevisions(db, id)
    return Response.json(
      {
        ...item,
        names: model.names,
        facts: factsOf(model.claims).map(({ property, shown, others, denied }) => ({
          property,
          shown: shown && said(shown),
          others: others.map(({ claim, isContradicting }) => ({ ...said(claim), isContradicting })),
          denied: denied.map(said),
        })),
        relations: model.relations,
        revisions: revisions.map(({ bindings, texts, ...revision }) => ({
          ...revision,
          texts: texts.map(({ path, sha256, at, identification }) => ({
            path,
            sha256,
            at,
            verdict: identification?.verdict ?? null,
            licence: identification?.licenceId ?? null,
          })),
          bindings: bindings.map(({ identification, ...binding }) => ({
            ...binding,
            verdict: identification?.verdict ?? null,
          })),
        })),
      },
      { headers: { 'cache-control': 'no-store' } },
    )
  })
}

function said({ value, origin, grade, confidence, asOf, sourceRefs }: SaidClaim) {
  return { value, origin, grade, confidence, asOf, sources: sourceRefs }
}
