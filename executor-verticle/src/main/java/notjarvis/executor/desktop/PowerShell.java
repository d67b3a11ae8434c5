package notjarvis.executor.desktop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/**
 * The two scripts that Windows needs. They are constant and travel encoded: nothing that a person
 * or a model said is ever part of one.
 */
final class PowerShell {
  static final String PICTURE = "NOT_JARVIS_PICTURE";

  private static final String START_MENU =
      """
      $ErrorActionPreference = 'Stop'
      [Console]::OutputEncoding = New-Object Text.UTF8Encoding $false
      Get-StartApps | ForEach-Object { $_.Name + "`t" + $_.AppID }
      """;

  /** Without the first step a scaled screen would be cut off. */
  private static final String SCREENSHOT =
      """
      $ErrorActionPreference = 'Stop'
      Add-Type -Namespace NotJarvis -Name User32 -MemberDefinition \
      '[DllImport("user32.dll")] public static extern bool SetProcessDPIAware();'
      [void][NotJarvis.User32]::SetProcessDPIAware()
      Add-Type -AssemblyName System.Windows.Forms, System.Drawing
      $screen = [Windows.Forms.SystemInformation]::VirtualScreen
      $picture = New-Object Drawing.Bitmap $screen.Width, $screen.Height
      $canvas = [Drawing.Graphics]::FromImage($picture)
      $canvas.CopyFromScreen($screen.Location, [Drawing.Point]::Empty, $screen.Size)
      $picture.Save($env:NOT_JARVIS_PICTURE, [Drawing.Imaging.ImageFormat]::Png)
      """;

  private final String program;

  PowerShell(String windows) {
    this.program = windows + "\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
  }

  /** Prints the start menu: a line for each application, its name, a tab and its id. */
  Command startMenu() {
    return encoded(START_MENU);
  }

  /** Saves a picture of all screens. */
  Command screenshot(Path picture) {
    return encoded(SCREENSHOT).with(PICTURE, picture.toString());
  }

  private Command encoded(String script) {
    byte[] bytes = script.getBytes(StandardCharsets.UTF_16LE);
    return Command.of(
        program,
        "-NoProfile",
        "-NonInteractive",
        "-ExecutionPolicy",
        "Bypass",
        "-EncodedCommand",
        Base64.getEncoder().encodeToString(bytes));
  }
}
