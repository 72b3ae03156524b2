/** A database that runs on 127.0.0.1 until it is stopped. */
export interface Server {
  readonly url: string;
  readonly pid: number;
  /** Kills it. */
  stop(): Promise<void>;
}

export function postgresFolder(): string | undefined;
export function clickhouseProgram(): string | undefined;
export function startPostgres(count?: number): Promise<readonly Server[]>;
export function startClickhouse(count?: number): Promise<readonly Server[]>;
