@echo off
rem Runs the installed Maven; its toolchain finds a JDK 25. For the formatter, JAVA_HOME must name a JDK 25 as well.
where mvn >nul 2>nul
if errorlevel 1 (
  echo mvnw: no Maven found; install Maven 3.8.6 or newer and a JDK 25. 1>&2
  exit /b 3
)
mvn %*
