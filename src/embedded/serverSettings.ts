/** The settings of the server; sizes as the JVM writes them ("1g", "256m"). */
export interface ServerSettings {
  readonly boltPort: number;
  readonly httpPort: number;
  readonly heap: string;
  readonly pageCache: string;
}

export const DEFAULT_HEAP = '1g';
export const DEFAULT_PAGE_CACHE = '256m';

const LOOPBACK = '127.0.0.1';

/** The text of neo4j.conf. The heap is not in it: the server takes it from the command line alone. */
export function neo4jConf(settings: ServerSettings): string {
  const { boltPort, httpPort, pageCache } = settings;
  const browserOrigin = `http://${LOOPBACK}:${httpPort}`;
  return `# Written on every start; changes made here are lost.
server.default_listen_address=${LOOPBACK}
server.default_advertised_address=${LOOPBACK}
server.bolt.listen_address=${LOOPBACK}:${boltPort}
server.bolt.advertised_address=${LOOPBACK}:${boltPort}
server.http.listen_address=${LOOPBACK}:${httpPort}
server.http.advertised_address=${LOOPBACK}:${httpPort}
server.https.enabled=false

# Web pages of other origins can reach a loopback port: the password and this keep them out.
dbms.security.auth_enabled=true
dbms.security.http_access_control_allow_origin=${browserOrigin}

# No reading of files or addresses by queries.
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
dbms.usage_report.enabled=false

# Small on disk and in memory; a query that runs away ends.
server.memory.pagecache.size=${pageCache}
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
db.transaction.timeout=10m
db.memory.transaction.max=512m

# Without this every stop waits ten seconds for connections that never come.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
`;
}
