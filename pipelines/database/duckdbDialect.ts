import {
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBDecimalValue,
  type DuckDBInstance,
  DuckDBListValue,
  DuckDBStructValue,
  type DuckDBValue,
  listValue
} from "@duckdb/node-api";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult
} from "kysely";

/**
 * Kysely on DuckDB. Ours because the published dialect hands DATE back as a local-time Date (a day early in Vietnam) and DECIMAL as
 * an object: here a DATE is ISO text, a BIGINT or DECIMAL a number (an error beyond 2^53), a list an array, on every query.
 */
export class DuckdbDialect implements Dialect {
  readonly #instance: DuckDBInstance;

  constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }
  createAdapter(): DialectAdapter {
    return new PostgresAdapter();
  }
  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }
  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(db);
  }
  createDriver(): Driver {
    return new DuckdbDriver(this.#instance);
  }
}

class DuckdbDriver implements Driver {
  readonly #instance: DuckDBInstance;

  constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }
  async init(): Promise<void> {
    // The instance is open already.
  }
  async acquireConnection(): Promise<DatabaseConnection> {
    return new DuckdbConnection(await this.#instance.connect());
  }
  async beginTransaction(connection: DuckdbConnection): Promise<void> {
    await connection.run("begin transaction");
  }
  async commitTransaction(connection: DuckdbConnection): Promise<void> {
    await connection.run("commit");
  }
  async rollbackTransaction(connection: DuckdbConnection): Promise<void> {
    await connection.run("rollback");
  }
  async releaseConnection(connection: DuckdbConnection): Promise<void> {
    connection.close();
  }
  async destroy(): Promise<void> {
    this.#instance.closeSync();
  }
}

class DuckdbConnection implements DatabaseConnection {
  readonly #connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const reader = await this.#connection.runAndReadAll(query.sql, query.parameters.map(toDuckdb));
    const names = reader.deduplicatedColumnNames();
    const rows = reader
      .getRows()
      .map((row): Record<string, unknown> =>
        Object.fromEntries(row.map((value, i) => [names[i] ?? "", fromDuckdb(value)]))
      );
    return {rows: rows as R[], numAffectedRows: BigInt(reader.rowsChanged)};
  }
  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("streaming is not used: read the whole result");
  }
  async run(statement: string): Promise<void> {
    await this.#connection.run(statement);
  }
  close(): void {
    this.#connection.closeSync();
  }
}

function toDuckdb(value: unknown): DuckDBValue {
  if (value === undefined) throw new Error("undefined is not a value of a query: use null");
  if (!Array.isArray(value)) return value as DuckDBValue;
  // DuckDB types a list by its first element: a null there would turn every element into null.
  if (value.includes(null)) throw new Error("a list parameter holds null: pass JSON text instead");
  return listValue(value.map(toDuckdb));
}

function fromDuckdb(value: DuckDBValue): unknown {
  if (typeof value === "bigint") {
    if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER)
      throw new Error(`integer too large: ${value}`);
    return Number(value);
  }
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBListValue) return value.items.map(fromDuckdb);
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(Object.entries(value.entries).map(([key, entry]) => [key, fromDuckdb(entry)] as const));
  }
  return value;
}
