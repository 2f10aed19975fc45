-- CreateEnum
CREATE TYPE "IdentificationVerdict" AS ENUM ('MATCH', 'CONTAINS', 'PARTIAL', 'MODIFIED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "BindingBasis" AS ENUM ('declared', 'identified', 'concluded');

-- CreateEnum
CREATE TYPE "LookOutcome" AS ENUM ('complete', 'partial', 'failed', 'interrupted');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('released', 'revised', 'tokenizer_changed', 'config_changed', 'card_changed', 'licence_text_changed', 'licence_declaration_changed', 'licence_mismatch_opened', 'licence_mismatch_cleared', 'licence_removed', 'gated', 'ungated', 'gate_terms_changed', 'withheld', 'disabled', 'emptied', 'returned', 'moved', 'owner_changed', 're_registered', 'base_licence_changed', 'history_rewritten', 'successor_api_only', 'announcement', 'retirement_announced');

-- CreateEnum
CREATE TYPE "ChangeStatusKind" AS ENUM ('suspected', 'confirmed', 'cleared');

-- CreateTable
CREATE TABLE "licence_texts" (
    "sha256" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "licence_texts_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "text_fingerprints" (
    "text_sha" TEXT NOT NULL,
    "normaliser_version" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "text_fingerprints_pkey" PRIMARY KEY ("text_sha","normaliser_version")
);

-- CreateTable
CREATE TABLE "identifications" (
    "id" UUID NOT NULL,
    "text_sha" TEXT NOT NULL,
    "engine_version" TEXT NOT NULL,
    "verdict" "IdentificationVerdict" NOT NULL,
    "licence_id" TEXT,
    "alternatives" JSONB NOT NULL,
    "closest" JSONB,
    "evidence" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "text_sightings" (
    "id" UUID NOT NULL,
    "text_sha" TEXT NOT NULL,
    "revision_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "text_sightings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bindings" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "basis" "BindingBasis" NOT NULL,
    "raw_declaration" JSONB,
    "text_sha" TEXT,
    "licence_id" TEXT,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bindings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "allow_private" BOOLEAN NOT NULL DEFAULT false,
    "interval_seconds" INTEGER NOT NULL DEFAULT 3600,
    "confirm_after_seconds" INTEGER NOT NULL DEFAULT 3600,
    "paused_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "baseline_look_id" UUID,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "looks" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "trigger" TEXT NOT NULL,
    "started_by" TEXT NOT NULL,

    CONSTRAINT "looks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "look_ends" (
    "look_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "LookOutcome" NOT NULL,
    "reason" TEXT,
    "message" TEXT,
    "requests" INTEGER NOT NULL,
    "pages" INTEGER NOT NULL,
    "listed" INTEGER NOT NULL,
    "read" INTEGER NOT NULL,
    "changes" INTEGER NOT NULL,
    "seen_hash" TEXT,

    CONSTRAINT "look_ends_pkey" PRIMARY KEY ("look_id")
);

-- CreateTable
CREATE TABLE "seen_sets" (
    "hash" TEXT NOT NULL,
    "members" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seen_sets_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "look_progress" (
    "look_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "look_progress_pkey" PRIMARY KEY ("look_id")
);

-- CreateTable
CREATE TABLE "look_issues" (
    "id" UUID NOT NULL,
    "look_id" UUID NOT NULL,
    "thing" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "url" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "look_issues_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observations" (
    "id" UUID NOT NULL,
    "look_id" UUID NOT NULL,
    "repository_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "status" INTEGER,
    "url" TEXT NOT NULL,
    "etag" TEXT,
    "body_sha" TEXT,
    "state_hash" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "parser_version" TEXT NOT NULL,
    "previous_id" UUID,

    CONSTRAINT "observations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "repository_states" (
    "repository_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "observation_id" UUID NOT NULL,
    "last_seen_look_id" UUID NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "repository_states_pkey" PRIMARY KEY ("repository_id")
);

-- CreateTable
CREATE TABLE "changes" (
    "id" UUID NOT NULL,
    "kind" "ChangeKind" NOT NULL,
    "model_id" UUID NOT NULL,
    "repository_id" UUID,
    "before_obs_id" UUID,
    "after_obs_id" UUID,
    "grade" "Grade" NOT NULL,
    "detail" JSONB NOT NULL,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "dedup_key" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_statuses" (
    "id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "status" "ChangeStatusKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "observation_id" UUID,

    CONSTRAINT "change_statuses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "git_objects" (
    "oid" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "git_objects_pkey" PRIMARY KEY ("oid")
);

-- CreateIndex
CREATE INDEX "text_fingerprints_fingerprint_idx" ON "text_fingerprints"("fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "identifications_text_sha_engine_version_key" ON "identifications"("text_sha", "engine_version");

-- CreateIndex
CREATE INDEX "text_sightings_text_sha_idx" ON "text_sightings"("text_sha");

-- CreateIndex
CREATE UNIQUE INDEX "text_sightings_revision_id_path_text_sha_key" ON "text_sightings"("revision_id", "path", "text_sha");

-- CreateIndex
CREATE INDEX "bindings_revision_id_basis_recorded_at_idx" ON "bindings"("revision_id", "basis", "recorded_at");

-- CreateIndex
CREATE INDEX "bindings_text_sha_idx" ON "bindings"("text_sha");

-- CreateIndex
CREATE UNIQUE INDEX "sources_baseline_look_id_key" ON "sources"("baseline_look_id");

-- CreateIndex
CREATE UNIQUE INDEX "sources_kind_endpoint_owner_key" ON "sources"("kind", "endpoint", "owner");

-- CreateIndex
CREATE INDEX "looks_source_id_started_at_idx" ON "looks"("source_id", "started_at");

-- CreateIndex
CREATE INDEX "look_issues_look_id_idx" ON "look_issues"("look_id");

-- CreateIndex
CREATE UNIQUE INDEX "observations_previous_id_key" ON "observations"("previous_id");

-- CreateIndex
CREATE INDEX "observations_repository_id_at_idx" ON "observations"("repository_id", "at");

-- CreateIndex
CREATE INDEX "observations_look_id_idx" ON "observations"("look_id");

-- CreateIndex
CREATE UNIQUE INDEX "repository_states_observation_id_key" ON "repository_states"("observation_id");

-- CreateIndex
CREATE INDEX "repository_states_source_id_idx" ON "repository_states"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "changes_dedup_key_key" ON "changes"("dedup_key");

-- CreateIndex
CREATE INDEX "changes_model_id_observed_at_idx" ON "changes"("model_id", "observed_at");

-- CreateIndex
CREATE INDEX "changes_observed_at_idx" ON "changes"("observed_at");

-- CreateIndex
CREATE INDEX "changes_kind_observed_at_idx" ON "changes"("kind", "observed_at");

-- CreateIndex
CREATE INDEX "change_statuses_status_at_idx" ON "change_statuses"("status", "at");

-- CreateIndex
CREATE UNIQUE INDEX "change_statuses_change_id_status_key" ON "change_statuses"("change_id", "status");

-- CreateIndex
CREATE INDEX "git_objects_sha256_idx" ON "git_objects"("sha256");

-- AddForeignKey
ALTER TABLE "licence_texts" ADD CONSTRAINT "licence_texts_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "blobs"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_fingerprints" ADD CONSTRAINT "text_fingerprints_text_sha_fkey" FOREIGN KEY ("text_sha") REFERENCES "licence_texts"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identifications" ADD CONSTRAINT "identifications_text_sha_fkey" FOREIGN KEY ("text_sha") REFERENCES "licence_texts"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_sightings" ADD CONSTRAINT "text_sightings_text_sha_fkey" FOREIGN KEY ("text_sha") REFERENCES "licence_texts"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_sightings" ADD CONSTRAINT "text_sightings_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bindings" ADD CONSTRAINT "bindings_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bindings" ADD CONSTRAINT "bindings_text_sha_fkey" FOREIGN KEY ("text_sha") REFERENCES "licence_texts"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_baseline_look_id_fkey" FOREIGN KEY ("baseline_look_id") REFERENCES "looks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "looks" ADD CONSTRAINT "looks_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "look_ends" ADD CONSTRAINT "look_ends_look_id_fkey" FOREIGN KEY ("look_id") REFERENCES "looks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "look_ends" ADD CONSTRAINT "look_ends_seen_hash_fkey" FOREIGN KEY ("seen_hash") REFERENCES "seen_sets"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "look_progress" ADD CONSTRAINT "look_progress_look_id_fkey" FOREIGN KEY ("look_id") REFERENCES "looks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "look_issues" ADD CONSTRAINT "look_issues_look_id_fkey" FOREIGN KEY ("look_id") REFERENCES "looks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observations" ADD CONSTRAINT "observations_look_id_fkey" FOREIGN KEY ("look_id") REFERENCES "looks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observations" ADD CONSTRAINT "observations_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repositories"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observations" ADD CONSTRAINT "observations_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "observations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repository_states" ADD CONSTRAINT "repository_states_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repositories"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repository_states" ADD CONSTRAINT "repository_states_observation_id_fkey" FOREIGN KEY ("observation_id") REFERENCES "observations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repository_states" ADD CONSTRAINT "repository_states_last_seen_look_id_fkey" FOREIGN KEY ("last_seen_look_id") REFERENCES "looks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changes" ADD CONSTRAINT "changes_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "models"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changes" ADD CONSTRAINT "changes_before_obs_id_fkey" FOREIGN KEY ("before_obs_id") REFERENCES "observations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changes" ADD CONSTRAINT "changes_after_obs_id_fkey" FOREIGN KEY ("after_obs_id") REFERENCES "observations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_statuses" ADD CONSTRAINT "change_statuses_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "changes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_statuses" ADD CONSTRAINT "change_statuses_observation_id_fkey" FOREIGN KEY ("observation_id") REFERENCES "observations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "git_objects" ADD CONSTRAINT "git_objects_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "blobs"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- only SQL can say: append-only
create trigger "bindings_append_only" before update or delete on "bindings" for each row execute function refuse_change();
create trigger "bindings_no_truncate" before truncate on "bindings" for each statement execute function refuse_change();
create trigger "change_statuses_append_only" before update or delete on "change_statuses" for each row execute function refuse_change();
create trigger "change_statuses_no_truncate" before truncate on "change_statuses" for each statement execute function refuse_change();
create trigger "changes_append_only" before update or delete on "changes" for each row execute function refuse_change();
create trigger "changes_no_truncate" before truncate on "changes" for each statement execute function refuse_change();
create trigger "git_objects_append_only" before update or delete on "git_objects" for each row execute function refuse_change();
create trigger "git_objects_no_truncate" before truncate on "git_objects" for each statement execute function refuse_change();
create trigger "identifications_append_only" before update or delete on "identifications" for each row execute function refuse_change();
create trigger "identifications_no_truncate" before truncate on "identifications" for each statement execute function refuse_change();
create trigger "licence_texts_append_only" before update or delete on "licence_texts" for each row execute function refuse_change();
create trigger "licence_texts_no_truncate" before truncate on "licence_texts" for each statement execute function refuse_change();
create trigger "look_ends_append_only" before update or delete on "look_ends" for each row execute function refuse_change();
create trigger "look_ends_no_truncate" before truncate on "look_ends" for each statement execute function refuse_change();
create trigger "look_issues_append_only" before update or delete on "look_issues" for each row execute function refuse_change();
create trigger "look_issues_no_truncate" before truncate on "look_issues" for each statement execute function refuse_change();
create trigger "looks_append_only" before update or delete on "looks" for each row execute function refuse_change();
create trigger "looks_no_truncate" before truncate on "looks" for each statement execute function refuse_change();
create trigger "observations_append_only" before update or delete on "observations" for each row execute function refuse_change();
create trigger "observations_no_truncate" before truncate on "observations" for each statement execute function refuse_change();
create trigger "seen_sets_append_only" before update or delete on "seen_sets" for each row execute function refuse_change();
create trigger "seen_sets_no_truncate" before truncate on "seen_sets" for each statement execute function refuse_change();
create trigger "text_fingerprints_append_only" before update or delete on "text_fingerprints" for each row execute function refuse_change();
create trigger "text_fingerprints_no_truncate" before truncate on "text_fingerprints" for each statement execute function refuse_change();
create trigger "text_sightings_append_only" before update or delete on "text_sightings" for each row execute function refuse_change();
create trigger "text_sightings_no_truncate" before truncate on "text_sightings" for each statement execute function refuse_change();
-- end
