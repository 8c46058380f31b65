-- What many kiosks released, in one PostgreSQL 15 database, and the views that a dashboard
-- reads. It knows releases only: no open period, no visit, nothing before the noise.
-- Printed, with the table of subjects, by `azimut-stats schema`; run once, by a superuser.
--
-- azimut_owner  owns it all; names kiosks and regions, adds up months, forgets old ones; no login
-- azimut_push   may add releases through two functions and can do nothing else, not even read
-- azimut_read   may read everything: all of it was released, with its noise, by the kiosks
BEGIN;

DO $$
DECLARE
    wanted name;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['azimut_owner', 'azimut_push', 'azimut_read'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        END IF;
    END LOOP;
    -- The functions make the staging tables in its name.
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO azimut_owner', current_database());
END $$;

CREATE SCHEMA azimut AUTHORIZATION azimut_owner;
SET LOCAL ROLE azimut_owner;
GRANT USAGE ON SCHEMA azimut TO azimut_push, azimut_read;

-- ---- tables -------------------------------------------------------------------------------------

-- A machine in a place, never a person. The owner fills in the name and the region.
CREATE TABLE azimut.kiosk (
    nr      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id      text NOT NULL UNIQUE CHECK (id ~ '^[0-9a-f]{16}$'),
    name    text NOT NULL DEFAULT '',
    region  text NOT NULL DEFAULT ''
);

-- What is counted ("letter", "video"…), and the variance of the noise in each of its cells.
CREATE TABLE azimut.subject (
    nr        smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name      text NOT NULL UNIQUE,
    variance  double precision NOT NULL CHECK (variance > 0)
);

-- The keys of a row's cells, in their order; the same list is kept once.
CREATE TABLE azimut.dict (
    nr    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha   bytea NOT NULL UNIQUE,
    keys  text[] NOT NULL
);

-- One release: a kiosk, a subject and a period have one for ever. kind: d day, w ISO week, m month.
-- By the year: a chart reads only its years, and an old one can be dropped as a whole. No foreign
-- keys: take(), the only way in, has the numbers from the tables themselves, and a check a row would
-- lock the same few rows for everybody who sends at the same time.
CREATE TABLE azimut.released (
    kiosk    integer NOT NULL,
    subject  smallint NOT NULL,
    kind     "char" NOT NULL CHECK (kind IN ('d', 'w', 'm')),
    starts   date NOT NULL,
    dict     integer NOT NULL,
    n        integer[] NOT NULL,
    PRIMARY KEY (kiosk, subject, kind, starts)
) PARTITION BY RANGE (starts);

DO $$
BEGIN
    FOR year IN 2019..2099 LOOP -- a week of 2020 begins in 2019
        EXECUTE format('CREATE TABLE azimut.released_%s PARTITION OF azimut.released'
                       ' FOR VALUES FROM (%L) TO (%L)',
                       year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
    END LOOP;
END $$;

-- What a key is called, in each language that a pack has. A new name is a new row: nothing that was sent is overwritten.
CREATE TABLE azimut.label (
    subject  smallint NOT NULL REFERENCES azimut.subject,
    key      text NOT NULL,
    lang     text NOT NULL,
    name     text NOT NULL,
    trade    text NOT NULL,
    nr       integer GENERATED ALWAYS AS IDENTITY,
    PRIMARY KEY (subject, key, lang, name, trade)
);

-- Days on which a machine was found to have been cut off.
CREATE TABLE azimut.stop (
    kiosk  integer NOT NULL REFERENCES azimut.kiosk,
    day    date NOT NULL,
    n      integer NOT NULL CHECK (n > 0),
    PRIMARY KEY (kiosk, day)
);

-- The months of all kiosks of a region added up, and the months that wait for it.
CREATE TABLE azimut.month_sum (
    region   text NOT NULL,
    subject  smallint NOT NULL REFERENCES azimut.subject,
    month    date NOT NULL,
    key      text NOT NULL,
    n        bigint NOT NULL,
    cells    bigint NOT NULL, -- released cells in it: each carries its noise
    PRIMARY KEY (month, subject, region, key)
);
CREATE TABLE azimut.touched (month date NOT NULL);

-- ---- taking releases ----------------------------------------------------------------------------

CREATE FUNCTION azimut.format() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2';

-- A week belongs to the month of its Thursday.
CREATE FUNCTION azimut.month_of(kind "char", starts date) RETURNS date
LANGUAGE sql IMMUTABLE AS $$
    SELECT date_trunc('month', (starts + CASE kind WHEN 'w' THEN 3 ELSE 0 END)::timestamp)::date
$$;

-- Opens the staging tables of one transaction. They are the owner's: whoever sends may only fill
-- them, so that nothing of his own (a view, a trigger) can stand in their place.
CREATE FUNCTION azimut.begin_push() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = azimut, pg_temp AS $$
DECLARE
    staging name;
BEGIN
    CREATE TEMP TABLE incoming_dict (dict bigint, keys text) ON COMMIT DROP;
    CREATE TEMP TABLE incoming_released (kiosk text, subject text, kind "char", starts date,
                                         dict bigint, n integer[]) ON COMMIT DROP;
    CREATE TEMP TABLE incoming_label (subject text, key text, lang text, name text, trade text)
        ON COMMIT DROP;
    CREATE TEMP TABLE incoming_stop (kiosk text, day date, n integer) ON COMMIT DROP;
    FOREACH staging IN ARRAY ARRAY['incoming_dict', 'incoming_released', 'incoming_label',
                                   'incoming_stop'] LOOP
        EXECUTE format('GRANT INSERT ON pg_temp.%I TO %I', staging, session_user);
    END LOOP;
END $$;

-- Whether all four staging tables are the owner's own.
CREATE FUNCTION azimut.is_staged() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = azimut, pg_temp AS $$
    SELECT count(*) = 4 FROM pg_class
    WHERE relnamespace = pg_my_temp_schema() AND relkind = 'r'
      AND relowner = current_user::regrole
      AND relname IN ('incoming_dict', 'incoming_released', 'incoming_label', 'incoming_stop')
$$;

-- A release that is there already must be the same: a cloned disk and a changed file have others,
-- and nobody can say which are right. Nothing of the transaction stays then.
CREATE FUNCTION azimut.refuse_clones() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = azimut, pg_temp AS $$
DECLARE
    other record;
BEGIN
    WITH list AS MATERIALIZED (
        SELECT d.dict, dict.nr FROM pg_temp.incoming_dict d
        JOIN dict ON dict.sha = sha256(convert_to(d.keys, 'UTF8')))
    SELECT i.kiosk, i.subject, i.kind, i.starts INTO other
    FROM pg_temp.incoming_released i
    JOIN kiosk k ON k.id = i.kiosk
    JOIN subject s ON s.name = i.subject
    JOIN list USING (dict)
    JOIN released r ON (r.kiosk, r.subject, r.kind, r.starts) = (k.nr, s.nr, i.kind, i.starts)
    WHERE r.n <> i.n OR r.dict <> list.nr
    ORDER BY i.subject, i.starts, i.kiosk
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'AZ001', MESSAGE = format(
            'la borne %s a déjà une autre publication de %s pour %s ; disque cloné ou fichier '
            'modifié : ne garder que le bon', other.kiosk, other.subject,
            CASE other.kind WHEN 'd' THEN to_char(other.starts, 'YYYY-MM-DD')
                            WHEN 'w' THEN to_char(other.starts, 'IYYY-"W"IW')
                            ELSE to_char(other.starts, 'YYYY-MM') END);
    END IF;
END $$;

-- What a kiosk never writes is refused, whoever sends it.
CREATE FUNCTION azimut.refuse_nonsense() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = azimut, pg_temp AS $$
BEGIN
    IF EXISTS (WITH d AS MATERIALIZED (SELECT dict, length(keys) - length(replace(keys, E'\n', ''))
                                           AS lines FROM pg_temp.incoming_dict)
               SELECT FROM pg_temp.incoming_released i
               LEFT JOIN subject s ON s.name = i.subject
               LEFT JOIN d ON d.dict = i.dict
               WHERE s.nr IS NULL OR d.lines IS DISTINCT FROM cardinality(i.n)
                  OR array_position(i.n, NULL) IS NOT NULL
                  OR i.starts <> date_trunc(CASE i.kind WHEN 'd' THEN 'day' WHEN 'w' THEN 'week'
                                            ELSE 'month' END, i.starts::timestamp)::date) THEN
        RAISE EXCEPTION USING ERRCODE = 'AZ002', MESSAGE =
            'une publication n’a pas la forme de celles d’une borne ; refaire l’export';
    END IF;
END $$;

-- Moves what was staged to its place: what is new is added, what is there stays as it is. Sorted,
-- so that two who send the same kiosk wait for each other instead of locking each other out.
CREATE FUNCTION azimut.take(OUT added bigint, OUT repeated bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = azimut, pg_temp AS $$
DECLARE
    staged bigint;
BEGIN
    IF NOT is_staged() THEN
        RAISE EXCEPTION USING ERRCODE = 'AZ002', MESSAGE = 'azimut.begin_push() vient d’abord';
    END IF;
    PERFORM refuse_nonsense();

    INSERT INTO kiosk (id)
    SELECT kiosk FROM pg_temp.incoming_released UNION SELECT kiosk FROM pg_temp.incoming_stop
    EXCEPT SELECT id FROM kiosk
    ORDER BY 1 ON CONFLICT DO NOTHING;

    INSERT INTO dict (sha, keys)
    SELECT sha256(convert_to(keys, 'UTF8')), string_to_array(left(keys, -1), E'\n')
    FROM pg_temp.incoming_dict ORDER BY 1 ON CONFLICT DO NOTHING;

    INSERT INTO released
    WITH list AS MATERIALIZED (
        SELECT d.dict, dict.nr FROM pg_temp.incoming_dict d
        JOIN dict ON dict.sha = sha256(convert_to(d.keys, 'UTF8')))
    SELECT k.nr, s.nr, i.kind, i.starts, list.nr, i.n
    FROM pg_temp.incoming_released i
    JOIN kiosk k ON k.id = i.kiosk
    JOIN subject s ON s.name = i.subject
    JOIN list USING (dict)
    ORDER BY i.kiosk, s.nr, i.starts ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;

    SELECT count(*) INTO staged FROM pg_temp.incoming_released;
    repeated := staged - added;
    IF repeated > 0 THEN
        PERFORM refuse_clones();
    END IF;
    IF added > 0 THEN
        INSERT INTO touched SELECT DISTINCT month_of(kind, starts) FROM pg_temp.incoming_released;
    END IF;

    INSERT INTO label (subject, key, lang, name, trade)
    SELECT s.nr, key, lang, i.name, trade
    FROM pg_temp.incoming_label i JOIN subject s ON s.name = i.subject
    ORDER BY 1, 2, 3, 4, 5 ON CONFLICT DO NOTHING;

    -- Of one day the larger number is the later one.
    INSERT INTO stop
    SELECT k.nr, i.day, i.n FROM pg_temp.incoming_stop i JOIN kiosk k ON k.id = i.kiosk
    ORDER BY 1, 2
    ON CONFLICT (kiosk, day) DO UPDATE SET n = excluded.n WHERE stop.n < excluded.n;
END $$;

-- ---- the owner's work, once a night -------------------------------------------------------------

-- Adds up anew the months that something has come for since the last time; answers how many.
-- What comes while it works waits in `touched` for the next time.
CREATE FUNCTION azimut.sum_up() RETURNS integer
LANGUAGE plpgsql SET search_path = azimut, pg_temp AS $$
DECLARE
    late date[];
BEGIN
    LOCK TABLE month_sum IN SHARE ROW EXCLUSIVE MODE; -- one at a time; readers go on
    WITH gone AS (DELETE FROM touched RETURNING month)
    SELECT array_agg(DISTINCT month) INTO late FROM gone;
    DELETE FROM month_sum WHERE month = ANY (late);
    INSERT INTO month_sum
    SELECT p.region, p.subject, p.month, dict.keys[p.at], sum(p.n), sum(p.cells)
    FROM (SELECT k.region, r.subject, month_of(r.kind, r.starts) AS month, r.dict, c.at,
                 sum(c.n) AS n, count(*) AS cells
          FROM released r
          JOIN kiosk k ON k.nr = r.kiosk
          CROSS JOIN LATERAL unnest(r.n) WITH ORDINALITY AS c(n, at)
          WHERE r.starts >= (SELECT min(m) - 3 FROM unnest(late) AS m)
            AND r.starts < (SELECT max(m) + 31 FROM unnest(late) AS m)
            AND month_of(r.kind, r.starts) = ANY (late)
          GROUP BY 1, 2, 3, 4, 5) AS p -- numbers first: a key is looked up once a sum
    JOIN dict ON dict.nr = p.dict
    GROUP BY 1, 2, 3, 4;
    RETURN coalesce(cardinality(late), 0);
END $$;

-- A kiosk that moves takes its months with it.
CREATE FUNCTION azimut.touch_months() RETURNS trigger
LANGUAGE plpgsql SET search_path = azimut, pg_temp AS $$
BEGIN
    INSERT INTO touched
    SELECT DISTINCT month_of(kind, starts) FROM released WHERE kiosk = NEW.nr;
    RETURN NULL;
END $$;
CREATE TRIGGER moves AFTER UPDATE OF region ON azimut.kiosk
    FOR EACH ROW WHEN (OLD.region <> NEW.region) EXECUTE FUNCTION azimut.touch_months();

-- Forgets the months before the one named. A kiosk sends again what it still has: not to be used on
-- anything younger than the 25 months that kiosks keep.
CREATE FUNCTION azimut.forget(before date) RETURNS bigint
LANGUAGE plpgsql SET search_path = azimut, pg_temp AS $$
DECLARE
    first_kept date := date_trunc('month', before::timestamp);
    forgotten bigint;
BEGIN
    DELETE FROM released WHERE month_of(kind, starts) < first_kept;
    GET DIAGNOSTICS forgotten = ROW_COUNT;
    DELETE FROM stop WHERE day < first_kept;
    INSERT INTO touched SELECT DISTINCT month FROM month_sum WHERE month < first_kept;
    RETURN forgotten;
END $$;

-- ---- for dashboards -----------------------------------------------------------------------------
-- `margin`: the truth lies within value ± margin 19 times out of 20 (1.96 standard deviations of
-- the noise). `value` is empty and `masked` 1 below eleven, as in the report. To add numbers up,
-- take n and variance: margins do not add up.

-- Its names as they were sent last, by language: names->>'fr'.
CREATE VIEW azimut.label_now AS
SELECT subject, key, jsonb_object_agg(lang, name) AS names
FROM (SELECT DISTINCT ON (subject, key, lang) subject, key, lang, name
      FROM azimut.label ORDER BY subject, key, lang, nr DESC) AS latest
GROUP BY subject, key;

-- Every number of every kiosk. The whole fleet's are hundreds of millions: ask for a kiosk or days.
CREATE VIEW azimut.cell AS
SELECT k.id AS kiosk, k.name, k.region, s.name AS subject, r.kind, r.starts,
       CASE r.kind WHEN 'd' THEN r.starts WHEN 'w' THEN r.starts + 6
                   ELSE (r.starts + interval '1 month')::date - 1 END AS ends,
       azimut.month_of(r.kind, r.starts) AS month, c.key, c.n, s.variance
FROM azimut.released r
JOIN azimut.kiosk k ON k.nr = r.kiosk
JOIN azimut.subject s ON s.nr = r.subject
JOIN azimut.dict d ON d.nr = r.dict
CROSS JOIN LATERAL unnest(d.keys, r.n) AS c(key, n);

CREATE FUNCTION azimut.margin(variance double precision) RETURNS integer
LANGUAGE sql IMMUTABLE AS 'SELECT ceil(1.96 * sqrt(variance))::integer';

-- The months of a region; '' is where no kiosk was given one. A clip's key is "clip quarter".
CREATE VIEW azimut.region_month AS
SELECT m.region, s.name AS subject, m.month, m.key, coalesce(l.names, '{}') AS names,
       m.n, m.cells * s.variance AS variance,
       CASE WHEN m.n >= 11 THEN m.n END AS value, azimut.margin(m.cells * s.variance) AS margin,
       (m.n < 11)::integer AS masked
FROM azimut.month_sum m
JOIN azimut.subject s ON s.nr = m.subject
LEFT JOIN azimut.label_now l ON l.subject = m.subject AND l.key =
    CASE s.name WHEN 'video' THEN regexp_replace(m.key, ' [0-9]+$', '') ELSE m.key END;

-- The months of all kiosks together.
CREATE VIEW azimut.month AS
SELECT subject, month, key, (array_agg(names))[1] AS names, sum(n)::bigint AS n,
       sum(variance) AS variance, CASE WHEN sum(n) >= 11 THEN sum(n)::bigint END AS value,
       azimut.margin(sum(variance)) AS margin, (sum(n) < 11)::integer AS masked
FROM azimut.region_month GROUP BY subject, month, key;

-- The months of each kiosk: ask for one, or for a few to compare.
CREATE VIEW azimut.kiosk_month AS
SELECT kiosk, name, region, subject, month, key, sum(n) AS n, sum(variance) AS variance,
       CASE WHEN sum(n) >= 11 THEN sum(n) END AS value, azimut.margin(sum(variance)) AS margin,
       (sum(n) < 11)::integer AS masked
FROM azimut.cell GROUP BY kiosk, name, region, subject, month, key;

-- Visits by the day, and the quizzes finished in them.
CREATE VIEW azimut.kiosk_day AS
SELECT kiosk, name, region, starts AS day, sum(n) AS visits,
       sum(n) FILTER (WHERE key = 'quiz') AS quizzes, sum(variance) AS variance,
       azimut.margin(sum(variance)) AS margin
FROM azimut.cell
WHERE subject = 'end' AND kind = 'd' AND key IN ('visit', 'quiz')
GROUP BY kiosk, name, region, starts;

-- Whose figures are late, and whose power was cut.
CREATE VIEW azimut.kiosk_state AS
SELECT k.id AS kiosk, k.name, k.region, r.first, r.last, current_date - r.last AS days_since,
       coalesce(s.stops, 0) AS stops
FROM azimut.kiosk k
LEFT JOIN LATERAL (SELECT min(starts) AS first, max(starts) AS last
                   FROM azimut.released WHERE kiosk = k.nr) r ON true
LEFT JOIN LATERAL (SELECT sum(n) AS stops FROM azimut.stop WHERE kiosk = k.nr) s ON true;

-- Months that have had something new since they were added up: run azimut.sum_up().
CREATE VIEW azimut.late AS SELECT DISTINCT month FROM azimut.touched;

-- ---- who may what -------------------------------------------------------------------------------

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA azimut FROM PUBLIC;
GRANT EXECUTE ON FUNCTION azimut.format(), azimut.begin_push(), azimut.take() TO azimut_push;
GRANT SELECT ON ALL TABLES IN SCHEMA azimut TO azimut_read;
GRANT EXECUTE ON FUNCTION azimut.format(), azimut.month_of("char", date),
    azimut.margin(double precision) TO azimut_read;
