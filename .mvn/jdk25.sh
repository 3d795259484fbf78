# Finds a JDK 25 and sets JAVA_HOME to it; sourced by ./suluh and ./mvnw (POSIX sh).
# Order: SULUH_JAVA_HOME, JAVA_HOME, java on the PATH, the system's usual folders, SDKMAN, ~/.jdks.

suluh_is_jdk25() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"
}

suluh_find_jdk25() {
  path_java=$(command -v java 2>/dev/null || true)
  if [ -n "$path_java" ]; then
    path_java=$(readlink -f "$path_java" 2>/dev/null || printf '%s' "$path_java")
    path_java=${path_java%/bin/java}
  fi
  for home in "${SULUH_JAVA_HOME-}" "${JAVA_HOME-}" "$path_java"; do
    if suluh_is_jdk25 "$home"; then printf '%s' "$home"; return 0; fi
  done
  set +f
  for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/*; do
    if suluh_is_jdk25 "$home"; then printf '%s' "$home"; return 0; fi
  done
  return 1
}

if suluh_jdk=$(suluh_find_jdk25); then
  JAVA_HOME=$suluh_jdk
  export JAVA_HOME
else
  echo "Suluh needs a JDK 25 and found none: install one (for example Eclipse Temurin 25) or point SULUH_JAVA_HOME at it." >&2
  exit 1
fi
