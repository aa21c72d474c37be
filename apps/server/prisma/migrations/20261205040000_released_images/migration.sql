-- The images of the copy that went out with a release: what is told of them, and the SHA-256 of what was published, which the store of the
-- images keeps. Null for releases that were made without any.

ALTER TABLE "release" ADD COLUMN "images" JSONB;

CREATE OR REPLACE FUNCTION release_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD."releasedAt" IS NOT NULL THEN
            RAISE EXCEPTION 'A release is withdrawn, never deleted.';
        END IF;
        RETURN OLD;
    END IF;
    IF (OLD."number", OLD."digest", OLD."signedBy", OLD."note", OLD."createdAt", OLD."images")
        IS DISTINCT FROM (NEW."number", NEW."digest", NEW."signedBy", NEW."note", NEW."createdAt", NEW."images") THEN
        RAISE EXCEPTION 'A release is never changed.';
    END IF;
    RETURN NEW;
END $$;
