import { Client } from 'pg'

/**
 * Brings the register to this many deployments, by plain SQL: ten thousand registrations through the front door would measure
 * something else. Their rows are such as registering writes: identity, one version, one list row.
 */
export async function fillRegister(databaseUrl: string, wanted: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ n: string }>('select count(*) as n from deployments')
    const from = Number(rows[0]?.n ?? 0)
    await client.query(
      `with made as (
         insert into deployments (id, team_id, slug, created_at)
         select uuidv7(), (select id from teams where slug = 'bench'), 'deployment-' || i, now() - i * interval '1 minute'
         from generate_series($1::int, $2::int) i
         returning id, team_id, slug, created_at
       ), numbered as (
         select made.*, row_number() over (order by slug) as i from made
       ), picked as (
         select numbered.*, m.model_id, m.name as model_name, m.licence_id
         from numbered
         join (select *, row_number() over (order by model_id) as k, count(*) over () as total from model_current) m
           on m.k = numbered.i % m.total + 1
       ), versions as (
         insert into deployment_versions (deployment_id, n, model_id, unknown_because, requested_revision, name, environment, purpose, "use",
           exposure, access_channel, owner, regions, is_retired, recorded_at, recorded_by)
         select id, 1, model_id, 'made for measuring', '{}', 'Deployment ' || i, 'production', 'measuring', 'commercial', 'internal',
           'own_weights', 'bench@example.com', '{DE}', false, created_at, 'bench'
         from picked
       )
       insert into deployment_current (deployment_id, n, team_id, team_slug, slug, name, model_id, model_name, revision, is_confirmed,
         environment, "use", exposure, access_channel, owner, licence_id, licence_basis, verdict, verdict_rank, open_findings, is_retired,
         registered_at, changed_at)
       select id, 1, team_id, 'bench', slug, 'Deployment ' || i, model_id, model_name, 'unknown', false, 'production', 'commercial', 'internal',
         'own_weights', 'bench@example.com', licence_id, 'declared', (array['allowed','allowed_with_duties','unknown','needs_review','not_allowed'])[i % 5 + 1],
         i % 5, i % 3, false, created_at, created_at
       from picked`,
      [from + 1, wanted],
    )
    await client.query('analyze deployments, deployment_versions, deployment_current')
  } finally {
    await client.end()
  }
}
