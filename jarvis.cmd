@echo off
rem Starts Not-Jarvis; builds its jar first when it is missing. After an update: mvnw -Dquick package
setlocal
set "here=%~dp0"
set "jar=%here%launcher\target\not-jarvis.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

if not exist "%jar%" (
  echo Building Not-Jarvis; the first time this takes a minute or two ... 1>&2
  pushd "%here%" || exit /b 1
  call mvnw.cmd --quiet --batch-mode -Dquick -Djar.name=building package 1>&2 || (popd & exit /b 1)
  popd
  move /y "%here%launcher\target\building.jar" "%jar%" 1>nul || exit /b 1
)

"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 "-Djarvis.program=%here%." -jar "%jar%" %*
exit /b %errorlevel%
