# Sets JAVA_HOME to a JDK 25 or newer, whatever the default `java` is. Sourced by mvnw and niaga.
# Reads each candidate's `release` file, so nothing is started to find out.

niaga_jdk_release() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

niaga_find_jdk() {
  for home in "${NIAGA_JDK:-}" "${JAVA_HOME:-}"; do
    [ -n "$home" ] && [ "$(niaga_jdk_release "$home" || echo 0)" -ge 25 ] && { JAVA_HOME=$home; export JAVA_HOME; return 0; }
  done
  best=0
  for home in /usr/lib/jvm/* /opt/java/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* /usr/local/sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    release=$(niaga_jdk_release "$home") || continue
    # 25 is what is tested; a newer one is taken only when there is no 25.
    if [ "${release:-0}" -eq 25 ]; then JAVA_HOME=$home; export JAVA_HOME; return 0; fi
    if [ "${release:-0}" -gt 25 ] && [ "$best" -eq 0 ]; then best=$home; fi
  done
  [ "$best" != 0 ] && { JAVA_HOME=$best; export JAVA_HOME; return 0; }
  if command -v javac >/dev/null 2>&1; then
    case $(javac -version 2>&1) in "javac 2"[5-9]*) JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")"); export JAVA_HOME; return 0 ;; esac
  fi
  echo "Niaga needs a JDK 25 and found none: install one (for example Eclipse Temurin 25), or set JAVA_HOME to it." >&2
  return 1
}
