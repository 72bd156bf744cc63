package io.niaga.service.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside of the dispatcher: in a filter, or in the container after the application was found. */
@Controller
final class ContainerProblems implements ErrorController {
    private final Problems problems;
    private final ProblemWriter writer;

    ContainerProblems(Problems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            writer.write(request, response, problems.of(failure), failure);
        } else {
            writer.write(request, response, FrameworkProblems.ofStatus(status instanceof Integer code ? code : 404));
        }
    }
}
