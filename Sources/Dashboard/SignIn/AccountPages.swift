import Access
import Accounts
import CadreModel
import HTTPTypes
import Hummingbird
import Messages
import Pages
import PostgresClient
import Results

/// The own account: what it may do, its sessions, its password and codes.
struct AccountPages {
  let entrance: AccountEntrance

  func show(_ request: Request, _ context: PageContext) async throws -> Response {
    guard let viewer = context.account else { return redirect(to: SignInAddress.signIn) }
    return try await show(request, viewer)
  }

  private func show(
    _ request: Request, _ viewer: Viewer, alert: Message? = nil, status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let shown = AccountViewer(viewer: viewer, host: entrance.host)
    let page = SignInPage(
      title: WebPageMessages.account, language: PageResponder.language(of: request, shown), viewer: shown, alert: alert,
      status: status)
    let sessions = try await entrance.sessions.list(for: viewer)
    return page.response(
      .joined([facts(viewer, page), table(sessions, viewer, page), password(viewer, page), codes(viewer, page)]))
  }

  private func facts(_ viewer: Viewer, _ page: SignInPage) -> HTML {
    let duties = Duty.allCases.filter(viewer.has).map(\.name).joined(by: Punctuation.listSeparator)
    let unit: HTML = viewer.unit.map { "<dt>\(page.text(SignInMessages.unit))</dt><dd>\($0)</dd>" } ?? .empty
    return """
      <dl class="facts"><dt>\(page.text(SignInMessages.account))</dt><dd>\(viewer.displayName) (\(viewer.account))</dd>
      <dt>\(page.text(SignInMessages.duties))</dt><dd>\(page.text(duties))</dd>
      <dt>\(page.text(SignInMessages.cities))</dt><dd>\(viewer.cities.joined(separator: ", "))</dd>\(unit)</dl>
      \(page.form(SignInAddress.leave, viewer.csrf, SignInMessages.leave, .empty))
      """
  }

  private func table(_ sessions: [ListedSession], _ viewer: Viewer, _ page: SignInPage) -> HTML {
    let rows = sessions.map { session -> HTML in
      """
      <tr><td>\(session.beganOn.officialText)</td><td>\(session.seenOn.officialText)</td><td>\(session.address)</td>\
      <td>\(session.agent)</td><td>\(session.isThis ? page.text(SignInMessages.thisOne) : "")</td></tr>
      """
    }
    let heads = [
      SignInMessages.began, SignInMessages.seen, SignInMessages.address, SignInMessages.browser, SignInMessages.note,
    ].map { head -> HTML in "<th scope=\"col\">\(page.text(head))</th>" }
    let ending: HTML =
      sessions.count < 2
      ? .empty
      : page.form(
        "/account/sessions", viewer.csrf, SignInMessages.endOthers,
        page.field(SignInMessages.password, "password", .password))
    return """
      <h2>\(page.text(SignInMessages.sessions))</h2>
      <div class="scroll" tabindex="0"><table><thead><tr>\(HTML.joined(heads, separator: .empty))</tr></thead>
      <tbody>\(HTML.joined(rows))</tbody></table></div>\(ending)
      """
  }

  private func password(_ viewer: Viewer, _ page: SignInPage) -> HTML {
    """
    <h2>\(page.text(SignInMessages.changePassword))</h2>
    \(page.form(
      "/account/password", viewer.csrf, SignInMessages.changePassword,
      """
      \(page.field(SignInMessages.oldPassword, "password", .password))
      \(page.field(SignInMessages.newPassword, "new", .newPassword, hint: SignInMessages.rules(minimum: PasswordRules.minimum)))
      \(page.field(SignInMessages.again, "again", .newPassword))
      """))
    """
  }

  private func codes(_ viewer: Viewer, _ page: SignInPage) -> HTML {
    """
    <h2>\(page.text(SignInMessages.codesTitle))</h2><p>\(page.text(SignInMessages.newCodesText))</p>
    \(page.form(
      "/account/codes", viewer.csrf, SignInMessages.newCodes, page.field(SignInMessages.password, "password", .password)))
    """
  }

  // MARK: Changes

  func changePassword(_ request: Request, _ context: PageContext) async throws -> Response {
    try await change(request, context) { viewer, form in
      guard let new = form.value("new"), new == form.value("again") else {
        return try await show(request, viewer, alert: SignInMessages.notTheSame, status: .unprocessableContent)
      }
      try await entrance.own.changePassword(viewer, old: form.value("password") ?? "", new: new)
      return try await show(request, viewer, alert: SignInMessages.passwordChanged)
    }
  }

  func renewCodes(_ request: Request, _ context: PageContext) async throws -> Response {
    try await change(request, context) { viewer, form in
      let codes = try await entrance.own.newRecoveryCodes(viewer, password: form.value("password") ?? "")
      let shown = AccountViewer(viewer: viewer, host: entrance.host)
      let page = SignInPage(
        title: SignInMessages.codesTitle, language: PageResponder.language(of: request, shown), viewer: shown)
      return page.response(RecoveryCodesList(codes: codes).html(page))
    }
  }

  func endSessions(_ request: Request, _ context: PageContext) async throws -> Response {
    try await change(request, context) { viewer, form in
      try await entrance.own.endSessions(nil, of: viewer, password: form.value("password") ?? "")
      return redirect(to: SignInAddress.account)
    }
  }

  func leave(_ request: Request, _ context: PageContext) async throws -> Response {
    try await change(request, context) { viewer, _ in
      try await entrance.sessions.end(viewer)
      var response = redirect(to: SignInAddress.signIn, cookies: [SignInCookie.gone(SessionToken.cookieName)])
      if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = "\"cache\", \"storage\"" }
      return response
    }
  }

  /// Runs `body` for the form of a session; says what was wrong on the account's page.
  private func change(
    _ request: Request, _ context: PageContext, _ body: (Viewer, Query) async throws -> Response
  ) async throws -> Response {
    guard let viewer = context.account else { return redirect(to: SignInAddress.signIn) }
    guard let form = try await request.form(), viewer.csrf.matches(form.value("form") ?? "") else {
      return try await show(request, viewer, alert: SignInMessages.stale, status: .forbidden)
    }
    do {
      return try await body(viewer, form)
    } catch AccountError.sessionEnded {
      return redirect(to: SignInAddress.signIn)
    } catch let error as AccountError {
      return try await show(request, viewer, alert: error.message, status: .unprocessableContent)
    }
  }
}
