-- CreateEnum
CREATE TYPE "ReadingStatus" AS ENUM ('proposed', 'concluded');

-- CreateEnum
CREATE TYPE "ComparisonOutcome" AS ENUM ('no_change_in_terms', 'narrowed', 'widened', 'mixed');

-- AlterTable
ALTER TABLE "bindings" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "recorded_by" TEXT,
ADD COLUMN     "recorded_by_name" TEXT;

-- CreateTable
CREATE TABLE "text_uploads" (
    "id" UUID NOT NULL,
    "text_sha" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "file_name" TEXT,
    "url" TEXT,
    "final_url" TEXT,
    "note" TEXT,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "text_uploads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "text_clauses" (
    "text_sha" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "splitter" TEXT NOT NULL,
    "section" TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "text_clauses_pkey" PRIMARY KEY ("text_sha","n")
);

-- CreateTable
CREATE TABLE "readings" (
    "id" UUID NOT NULL,
    "text_sha" TEXT NOT NULL,
    "status" "ReadingStatus" NOT NULL,
    "engine_version" TEXT,
    "reason" TEXT,
    "recorded_by" TEXT,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "readings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_terms" (
    "reading_id" UUID NOT NULL,
    "term" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "section" TEXT,
    "start" INTEGER,
    "end" INTEGER,
    "sentence" TEXT,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "reading_terms_pkey" PRIMARY KEY ("reading_id","term")
);

-- CreateTable
CREATE TABLE "reading_opinions" (
    "id" UUID NOT NULL,
    "reading_id" UUID NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "comment" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reading_opinions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_rules" (
    "id" UUID NOT NULL,
    "needs_second_person" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reading_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comparison_conclusions" (
    "id" UUID NOT NULL,
    "from_sha" TEXT NOT NULL,
    "to_sha" TEXT NOT NULL,
    "outcome" "ComparisonOutcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comparison_conclusions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "deployment_current_is_retired_licence_id_team_id_idx" ON "deployment_current"("is_retired", "licence_id", "team_id");

-- CreateIndex
CREATE INDEX "text_uploads_text_sha_idx" ON "text_uploads"("text_sha");

-- CreateIndex
CREATE INDEX "text_uploads_url_at_idx" ON "text_uploads"("url", "at");

-- CreateIndex
CREATE INDEX "readings_text_sha_recorded_at_idx" ON "readings"("text_sha", "recorded_at");

-- CreateIndex
CREATE INDEX "reading_terms_term_idx" ON "reading_terms"("term");

-- CreateIndex
CREATE UNIQUE INDEX "reading_opinions_reading_id_person_id_key" ON "reading_opinions"("reading_id", "person_id");

-- CreateIndex
CREATE INDEX "reading_rules_at_idx" ON "reading_rules"("at");

-- CreateIndex
CREATE INDEX "comparison_conclusions_from_sha_to_sha_recorded_at_idx" ON "comparison_conclusions"("from_sha", "to_sha", "recorded_at");

-- CreateIndex
CREATE INDEX "comparison_conclusions_to_sha_idx" ON "comparison_conclusions"("to_sha");

-- AddForeignKey
ALTER TABLE "text_uploads" ADD CONSTRAINT "text_uploads_text_sha_fkey" FOREIGN KEY ("text_sha") REFERENCES "licence_texts"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_clauses" ADD CONSTRAINT "text_clauses_text_sha_fkey" FOREIGN KEY ("text_sha") REFERENCES "licence_texts"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readings" ADD CONSTRAINT "readings_text_sha_fkey" FOREIGN KEY ("text_sha") REFERENCES "licence_texts"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_terms" ADD CONSTRAINT "reading_terms_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "readings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_opinions" ADD CONSTRAINT "reading_opinions_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "readings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comparison_conclusions" ADD CONSTRAINT "comparison_conclusions_from_sha_fkey" FOREIGN KEY ("from_sha") REFERENCES "licence_texts"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comparison_conclusions" ADD CONSTRAINT "comparison_conclusions_to_sha_fkey" FOREIGN KEY ("to_sha") REFERENCES "licence_texts"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- only SQL can say: append-only
create trigger "comparison_conclusions_append_only" before update or delete on "comparison_conclusions" for each row execute function refuse_change();
create trigger "comparison_conclusions_no_truncate" before truncate on "comparison_conclusions" for each statement execute function refuse_change();
create trigger "reading_opinions_append_only" before update or delete on "reading_opinions" for each row execute function refuse_change();
create trigger "reading_opinions_no_truncate" before truncate on "reading_opinions" for each statement execute function refuse_change();
create trigger "reading_rules_append_only" before update or delete on "reading_rules" for each row execute function refuse_change();
create trigger "reading_rules_no_truncate" before truncate on "reading_rules" for each statement execute function refuse_change();
create trigger "reading_terms_append_only" before update or delete on "reading_terms" for each row execute function refuse_change();
create trigger "reading_terms_no_truncate" before truncate on "reading_terms" for each statement execute function refuse_change();
create trigger "readings_append_only" before update or delete on "readings" for each row execute function refuse_change();
create trigger "readings_no_truncate" before truncate on "readings" for each statement execute function refuse_change();
create trigger "text_uploads_append_only" before update or delete on "text_uploads" for each row execute function refuse_change();
create trigger "text_uploads_no_truncate" before truncate on "text_uploads" for each statement execute function refuse_change();
-- end

-- only SQL can say: what the search reads, and what the planner cannot guess about the words of a deployment
create index "text_clauses_words_idx" on "text_clauses" using gin (to_tsvector('english', "body"));
create statistics "deployment_current_words" on (lower(name || ' ' || model_name || ' ' || owner)) from "deployment_current";
-- end
