@echo off
rem Starts Not-Jarvis; builds its jar first when it is missing.
setlocal
set "here=%~dp0"
set "jar=%here%launcher\target\not-jarvis.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

if not exist "%jar%" (
  echo Building Not-Jarvis; the first time this takes a minute or two ... 1>&2
  pushd "%here%" || exit /b 1
  call mvnw.cmd --quiet --batch-mode -Dquick package 1>&2 || (popd & exit /b 1)
  popd
)

"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Djarvis.program=%here%." -jar "%jar%" %*
exit /b %errorlevel%
