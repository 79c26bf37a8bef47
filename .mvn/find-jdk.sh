# shellcheck shell=sh
# Sourced by mvnw, rekey and .ci/run.
#
#   find_jdk exact    prints the home of a JDK 25, or fails: what the sources are compiled and tested with
#   find_jdk newer    the same, but a JRE or a later Java will do as well: what the server runs on

find_jdk() ( # a subshell: its variables stay its own
  found_newer=
  for home in \
    "${JAVA_HOME:-}" \
    "$(jdk_on_path)" \
    /usr/lib/jvm/* \
    /opt/* /opt/java/* \
    "${HOME:-}"/.sdkman/candidates/java/* \
    "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -z "$home" ] || [ ! -x "$home/bin/java" ]; then
      continue
    fi
    if [ "$1" = exact ] && [ ! -x "$home/bin/javac" ]; then
      continue
    fi
    feature=$(jdk_feature "$home")
    if [ "$feature" -eq 25 ]; then
      printf '%s\n' "$home"
      exit 0
    fi
    if [ "$feature" -gt 25 ] && [ -z "$found_newer" ]; then
      found_newer=$home
    fi
  done
  [ "$1" = newer ] && [ -n "$found_newer" ] && printf '%s\n' "$found_newer"
)

# The home of the java on the path, symbolic links followed.
jdk_on_path() {
  java=$(command -v java) || return 0
  java=$(readlink -f "$java" 2>/dev/null) || return 0
  dirname "$(dirname "$java")"
}

# JAVA_VERSION="25.0.1" in the release file of a home gives 25; no such file or no such line gives 0.
jdk_feature() {
  feature=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  printf '%s\n' "${feature:-0}"
}
