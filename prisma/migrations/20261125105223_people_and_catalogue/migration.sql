-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "OneTimeLinkPurpose" AS ENUM ('set_up', 'set_password');

-- CreateEnum
CREATE TYPE "TokenScope" AS ENUM ('read', 'write', 'admin');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('administrator', 'reviewer', 'member', 'viewer', 'auditor');

-- CreateEnum
CREATE TYPE "ModelKind" AS ENUM ('weights', 'api_only', 'own_build');

-- CreateEnum
CREATE TYPE "Grade" AS ENUM ('observed', 'announced', 'reported', 'denied');

-- CreateEnum
CREATE TYPE "RevisionKind" AS ENUM ('commit', 'provider_snapshot', 'digest');

-- CreateEnum
CREATE TYPE "RevisionKnowledge" AS ENUM ('observed', 'asserted');

-- CreateTable
CREATE TABLE "audit_events" (
    "seq" BIGSERIAL NOT NULL,
    "transaction_id" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "team_id" UUID,
    "model_ref" TEXT,
    "before" JSONB,
    "after" JSONB,
    "canonical" BYTEA NOT NULL,
    "leaf_hash" TEXT NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_disabled" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_links" (
    "id" UUID NOT NULL,
    "purpose" "OneTimeLinkPurpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "id" UUID NOT NULL,
    "email_hash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "is_success" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "scope" "TokenScope" NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teams" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "team_id" UUID,
    "role" "Role" NOT NULL,
    "is_granted" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "publishers" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publishers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "families" (
    "id" UUID NOT NULL,
    "publisher_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "families_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "models" (
    "id" UUID NOT NULL,
    "kind" "ModelKind" NOT NULL,
    "publisher_id" UUID,
    "family_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "models_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_names" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "registry" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_names_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_name_ends" (
    "model_name_id" UUID NOT NULL,
    "valid_to" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_name_ends_pkey" PRIMARY KEY ("model_name_id")
);

-- CreateTable
CREATE TABLE "model_relations" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "to_model_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "grade" "Grade" NOT NULL,
    "confidence" TEXT NOT NULL,
    "dataset" TEXT NOT NULL,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_relations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "property" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "source_refs" JSONB NOT NULL,
    "grade" "Grade" NOT NULL,
    "confidence" TEXT NOT NULL,
    "dataset" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "retracts_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue_loads" (
    "dataset" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "compiled_on" DATE NOT NULL,
    "models" INTEGER NOT NULL,
    "claims" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "catalogue_loads_pkey" PRIMARY KEY ("dataset","version")
);

-- CreateTable
CREATE TABLE "repositories" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "hub" TEXT NOT NULL,
    "hub_object_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "repositories_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "repository_id" UUID,
    "kind" "RevisionKind" NOT NULL,
    "value" TEXT NOT NULL,
    "knowledge" "RevisionKnowledge" NOT NULL,
    "committed_at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_current" (
    "model_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "registry" TEXT NOT NULL,
    "publisher" TEXT,
    "family" TEXT,
    "kind" "ModelKind" NOT NULL,
    "lineage" TEXT,
    "generation" TEXT,
    "tier" TEXT,
    "task" TEXT,
    "params_total_b" DOUBLE PRECISION,
    "context_tokens" INTEGER,
    "release_on" DATE,
    "release_precision" TEXT,
    "licence_id" TEXT,
    "licence_basis" TEXT,
    "has_mismatch" BOOLEAN NOT NULL DEFAULT false,
    "openness" TEXT NOT NULL,
    "state" TEXT,
    "last_seen_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_current_pkey" PRIMARY KEY ("model_id")
);

-- CreateTable
CREATE TABLE "blobs" (
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "blobs_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "touched" (
    "seq" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "touched_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "actor" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("actor","route","key")
);

-- CreateIndex
CREATE INDEX "audit_events_object_kind_object_id_seq_idx" ON "audit_events"("object_kind", "object_id", "seq");

-- CreateIndex
CREATE INDEX "audit_events_at_idx" ON "audit_events"("at");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_links_token_hash_key" ON "one_time_links"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_links_user_id_idx" ON "one_time_links"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_attempts_email_hash_at_idx" ON "sign_in_attempts"("email_hash", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempts_address_at_idx" ON "sign_in_attempts"("address", "at");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_hash_key" ON "api_tokens"("hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "teams_slug_key" ON "teams"("slug");

-- CreateIndex
CREATE INDEX "memberships_user_id_team_id_recorded_at_idx" ON "memberships"("user_id", "team_id", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "publishers_name_key" ON "publishers"("name");

-- CreateIndex
CREATE UNIQUE INDEX "families_publisher_id_name_key" ON "families"("publisher_id", "name");

-- CreateIndex
CREATE INDEX "models_publisher_id_idx" ON "models"("publisher_id");

-- CreateIndex
CREATE INDEX "models_family_id_idx" ON "models"("family_id");

-- CreateIndex
CREATE INDEX "model_names_registry_name_idx" ON "model_names"("registry", "name");

-- CreateIndex
CREATE INDEX "model_names_model_id_idx" ON "model_names"("model_id");

-- CreateIndex
CREATE INDEX "model_relations_model_id_idx" ON "model_relations"("model_id");

-- CreateIndex
CREATE INDEX "model_relations_to_model_id_idx" ON "model_relations"("to_model_id");

-- CreateIndex
CREATE INDEX "claims_subject_kind_subject_id_property_idx" ON "claims"("subject_kind", "subject_id", "property");

-- CreateIndex
CREATE INDEX "claims_dataset_version_idx" ON "claims"("dataset", "version");

-- CreateIndex
CREATE INDEX "claims_retracts_id_idx" ON "claims"("retracts_id");

-- CreateIndex
CREATE INDEX "repositories_model_id_idx" ON "repositories"("model_id");

-- CreateIndex
CREATE UNIQUE INDEX "repositories_hub_hub_object_id_key" ON "repositories"("hub", "hub_object_id");

-- CreateIndex
CREATE INDEX "revisions_repository_id_idx" ON "revisions"("repository_id");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_model_id_kind_value_knowledge_key" ON "revisions"("model_id", "kind", "value", "knowledge");

-- CreateIndex
CREATE INDEX "model_current_name_idx" ON "model_current"("name");

-- CreateIndex
CREATE INDEX "model_current_release_on_idx" ON "model_current"("release_on");

-- CreateIndex
CREATE INDEX "model_current_family_idx" ON "model_current"("family");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "families" ADD CONSTRAINT "families_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publishers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "models" ADD CONSTRAINT "models_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publishers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "models" ADD CONSTRAINT "models_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "families"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_names" ADD CONSTRAINT "model_names_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "models"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_name_ends" ADD CONSTRAINT "model_name_ends_model_name_id_fkey" FOREIGN KEY ("model_name_id") REFERENCES "model_names"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_relations" ADD CONSTRAINT "model_relations_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "models"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_relations" ADD CONSTRAINT "model_relations_to_model_id_fkey" FOREIGN KEY ("to_model_id") REFERENCES "models"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_retracts_id_fkey" FOREIGN KEY ("retracts_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repositories" ADD CONSTRAINT "repositories_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "models"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "models"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repositories"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_current" ADD CONSTRAINT "model_current_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "models"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- only SQL can say: append-only
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are facts: they are added, never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger "audit_events_append_only" before update or delete on "audit_events" for each row execute function refuse_change();
create trigger "audit_events_no_truncate" before truncate on "audit_events" for each statement execute function refuse_change();
create trigger "blobs_append_only" before update or delete on "blobs" for each row execute function refuse_change();
create trigger "blobs_no_truncate" before truncate on "blobs" for each statement execute function refuse_change();
create trigger "catalogue_loads_append_only" before update or delete on "catalogue_loads" for each row execute function refuse_change();
create trigger "catalogue_loads_no_truncate" before truncate on "catalogue_loads" for each statement execute function refuse_change();
create trigger "claims_append_only" before update or delete on "claims" for each row execute function refuse_change();
create trigger "claims_no_truncate" before truncate on "claims" for each statement execute function refuse_change();
create trigger "memberships_append_only" before update or delete on "memberships" for each row execute function refuse_change();
create trigger "memberships_no_truncate" before truncate on "memberships" for each statement execute function refuse_change();
create trigger "model_name_ends_append_only" before update or delete on "model_name_ends" for each row execute function refuse_change();
create trigger "model_name_ends_no_truncate" before truncate on "model_name_ends" for each statement execute function refuse_change();
create trigger "model_names_append_only" before update or delete on "model_names" for each row execute function refuse_change();
create trigger "model_names_no_truncate" before truncate on "model_names" for each statement execute function refuse_change();
create trigger "model_relations_append_only" before update or delete on "model_relations" for each row execute function refuse_change();
create trigger "model_relations_no_truncate" before truncate on "model_relations" for each statement execute function refuse_change();
create trigger "revisions_append_only" before update or delete on "revisions" for each row execute function refuse_change();
create trigger "revisions_no_truncate" before truncate on "revisions" for each statement execute function refuse_change();
-- end
