@echo off
rem Starts Sluice with the first Java 25 or later found: JAVA_HOME, then PATH, then the usual places.
setlocal
set "HERE=%~dp0.."
set "JAVA="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA for %%j in (java.exe) do call :try "%%~$PATH:j"
if not defined JAVA for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do if not defined JAVA call :try "%%~d\bin\java.exe"
if not defined JAVA (
  echo sluice: no Java 25 or later found in JAVA_HOME, PATH or the usual places; install one and set JAVA_HOME. 1>&2
  exit /b 3
)
set "COLLECTOR="
if "%~1"=="serve" set "COLLECTOR=-XX:+UseSerialGC"
"%JAVA%" --enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders %COLLECTOR% %SLUICE_JAVA_OPTS% -classpath "%HERE%\lib\*" dev.sluice.app.Launcher %*
exit /b %ERRORLEVEL%

:try
if "%~1"=="" exit /b
if not exist "%~1" exit /b
for /f "tokens=3" %%v in ('""%~1" -version 2^>^&1 ^| findstr /c:" version ""') do for /f "delims=.-" %%m in ("%%~v") do if %%m GEQ 25 set "JAVA=%~1"
exit /b
