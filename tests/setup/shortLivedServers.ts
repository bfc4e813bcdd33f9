/**
 * A server that one test starts lives for seconds. The JVM's second compiler, which pays off after minutes, would take
 * half of the processor meanwhile.
 */
process.env.JDK_JAVA_OPTIONS ??= '-XX:TieredStopAtLevel=1';
